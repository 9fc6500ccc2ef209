import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { stepsOfThisProgram } from '../../db/migrate.ts'
import { examine, type Holding } from '../../db/sqlite/backup.ts'
import { digestOfFile } from './disk-commands.ts'
import { type Manifest, manifestIn } from './manifest.ts'
import { BackupProblem } from './problem.ts'

/** Copies a backup to where it can be looked through, and looks. Throws a `BackupProblem` that says why it is not taken. */
export async function copyChecked(from: string, copy: string, withoutManifest: boolean) {
  if (!existsSync(from)) throw new BackupProblem(`There is no file “${from}”.`)
  const manifest = withoutManifest ? undefined : manifestBeside(from)
  await copyFile(from, copy)
  chmodSync(copy, 0o600)
  if (manifest) await ensureSameFile(copy, manifest)
  const holding = await examine(copy).catch((error: Error & { code?: string }) => {
    throw new BackupProblem(`“${from}” is not taken. ${error.code ? 'It is damaged, or no database.' : error.message}`)
  })
  ensureNotNewer(holding)
  if (manifest) ensureSameHolding(holding, manifest)
  return { manifest, holding }
}

function manifestBeside(from: string): Manifest {
  const beside = from.replace(/(\.db)?$/, '.json')
  if (!existsSync(beside))
    throw new BackupProblem(
      `There is no “${beside}”, which says what the backup is. Put it beside it, or add --without-manifest.`,
    )
  const manifest = manifestIn(readFileSync(beside, 'utf8'))
  if (!manifest) throw new BackupProblem(`“${beside}” does not say what a backup of Offing is.`)
  return manifest
}

async function ensureSameFile(copy: string, manifest: Manifest): Promise<void> {
  const { size } = statSync(copy)
  if (size !== manifest.bytes)
    throw new BackupProblem(`The backup has ${size} bytes, and should have ${manifest.bytes}: it is not whole.`)
  if ((await digestOfFile(copy)) !== manifest.sha256)
    throw new BackupProblem('The backup is not as it was written: its SHA-256 is another.')
}

function ensureNotNewer({ steps }: Holding): void {
  const unknown = steps.filter((step) => !stepsOfThisProgram.includes(step))
  if (unknown.length === 0) return
  throw new BackupProblem(
    `The backup was made by a newer version of Offing (it knows ${unknown.join(', ')}). Restore it with that version.`,
  )
}

function ensureSameHolding({ steps, auditHead, rows }: Holding, said: Manifest): void {
  const same = JSON.stringify([steps, auditHead, rows]) === JSON.stringify([said.steps, said.auditHead, said.rows])
  if (!same) throw new BackupProblem('The backup does not hold what the file beside it says.')
}
