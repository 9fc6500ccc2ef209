import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { stepsOfThisProgram } from '../../db/migrate.ts'
import { copyAtOneMoment, examine, type Holding } from '../../db/sqlite/backup.ts'
import { digestOfFile, onDisk, writeWhole } from './disk-commands.ts'
import { isNameOfBackup, type Manifest, nameOfBackup } from './manifest.ts'
import { BackupProblem, TakenAlready } from './problem.ts'
import { type Keep, toDelete } from './rotation.ts'
import { backupsIn, type KeptBackup } from './shelf-reader.ts'
import { ensureTrailHolds } from './trail-checker.ts'

export interface BackupTask {
  /** The registry's file. */
  file: string
  folder: string
  /** Which backup it is: of several processes that take the same, one does. ISO 8601, UTC. */
  at: string
  product: string
}

const abandonedAfterMs = 86_400_000

/**
 * Writes the registry, as it is at one moment, into a new file of the folder and beside it what it is, while others go on writing. It is looked
 * through before it gets its name, so a backup stands there whole or not at all; readable by its owner only.
 */
export async function takeBackup({ file, folder, at, product }: BackupTask): Promise<KeptBackup> {
  if (!existsSync(file)) throw new BackupProblem('There is no registry to take a backup of.')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  clearAbandoned(folder)
  const name = nameOfBackup(at)
  const [partly, whole, beside] = ['part', 'db', 'json'].map((ending) => join(folder, `${name}.${ending}`)) as [
    string,
    string,
    string,
  ]
  await claim(partly, whole)
  try {
    const takenAt = new Date().toISOString()
    const holding = await copyAtOneMoment(file, partly)
    await ensureSame(partly, holding)
    const manifest: Manifest = {
      product: 'offing',
      version: product,
      takenAt,
      bytes: statSync(partly).size,
      sha256: await digestOfFile(partly),
      ...holding,
    }
    await onDisk(partly)
    await writeWhole(beside, `${JSON.stringify(manifest, null, 2)}\n`)
    await rename(partly, whole)
    await onDisk(folder)
    return { ...manifest, name }
  } catch (error) {
    for (const left of [partly, `${partly}-journal`, ...(existsSync(whole) ? [] : [beside])])
      await rm(left, { force: true })
    throw error
  }
}

/** Takes away what need not be kept; returns the names. Only ever called after a backup was taken. */
export function rotate(folder: string, keep: Keep): string[] {
  const gone = toDelete(backupsIn(folder), keep).map(({ name }) => name)
  for (const name of gone)
    for (const ending of ['db', 'json']) rmSync(join(folder, `${name}.${ending}`), { force: true })
  return gone
}

/** The file's being there says that somebody is at it. */
async function claim(partly: string, whole: string): Promise<void> {
  try {
    await (await open(partly, 'wx', 0o600)).close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new TakenAlready('This backup is being taken by another process.')
  }
  if (!existsSync(whole)) return
  await rm(partly)
  throw new TakenAlready('This backup has been taken by another process.')
}

async function ensureSame(copy: string, live: Holding): Promise<void> {
  const held = await examine(copy)
  if (JSON.stringify(held) !== JSON.stringify(live))
    throw new BackupProblem('The copy does not hold what the registry held.')
  // Of a registry that this program has not yet brought to its own form, the trail is left to be looked through after that.
  if (JSON.stringify(held.steps) === JSON.stringify(stepsOfThisProgram)) await ensureTrailHolds(copy, held.auditHead)
}

/** What a killed process left behind. */
function clearAbandoned(folder: string): void {
  for (const file of readdirSync(folder)) {
    const [name = '', ...endings] = file.split('.')
    const path = join(folder, file)
    if (!isNameOfBackup(name) || !endings.join('.').includes('part')) continue
    if (Date.now() - statSync(path).mtimeMs > abandonedAfterMs) rmSync(path, { force: true })
  }
}
