import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { manifestIn } from '../backup/manifest.ts'
import { backupsIn } from '../backup/shelf-reader.ts'
import { backupWitness, type Witness } from './witness-reader.ts'

/** What the backups in our own folder say of the trail. */
export function backupWitnesses(folder: string): Witness[] {
  return backupsIn(folder).flatMap(({ name, takenAt, auditHead }) =>
    auditHead ? [backupWitness({ name, takenAt, auditHead })] : [],
  )
}

/** What one backup says, by the file that stands beside it. Throws where that is none of ours. */
export function witnessIn(file: string): Witness[] {
  const manifest = manifestIn(readFileSync(file, 'utf8'))
  if (!manifest)
    throw new Error(`“${file}” does not say what a backup of Offing is. Name the .json file beside a backup.`)
  const { takenAt, auditHead } = manifest
  return auditHead ? [backupWitness({ name: basename(file, '.json'), takenAt, auditHead })] : []
}
