import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isNameOfBackup, type Manifest, manifestIn } from './manifest.ts'

/** A backup that stands whole in its folder. */
export interface KeptBackup extends Manifest {
  /** Without ending. */
  name: string
}

/** The backups that we took into a folder, newest first; whatever else lies there is not seen, and a folder that cannot be read is empty. */
export function backupsIn(folder: string): KeptBackup[] {
  return filesIn(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .filter((name) => isNameOfBackup(name) && existsSync(join(folder, `${name}.db`)))
    .flatMap((name) => {
      const manifest = manifestIn(readFileSync(join(folder, `${name}.json`), 'utf8'))
      return manifest ? [{ ...manifest, name }] : []
    })
    .toSorted((a, b) => (a.takenAt < b.takenAt ? 1 : -1))
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
