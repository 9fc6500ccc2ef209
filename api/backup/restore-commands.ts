import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { openRegistry } from '../../db/open.ts'
import { endWhatWasOpen } from '../../db/restoring.ts'
import type { Holding } from '../../db/sqlite/backup.ts'
import { whileClosed } from '../../db/sqlite/closed.ts'
import { commandLineAt, perform } from '../audit/perform.ts'
import { copyChecked } from './candidate-checker.ts'
import { digestOfFile, onDisk } from './disk-commands.ts'
import { BackupProblem } from './problem.ts'
import { ensureTrailHolds } from './trail-checker.ts'

export interface RestoreTask {
  /** The backup. */
  from: string
  /** The registry's file, which need not exist. */
  file: string
  /** Takes a database without the file beside it that says what it is. */
  withoutManifest: boolean
  /** ISO 8601, UTC. */
  at: string
  /** Whether a program answers where ours would; asked only where the present registry is too broken to tell. */
  isServing: () => Promise<boolean>
}

export interface Restored {
  /** Null where nothing says it. */
  takenAt: string | null
  auditHead: Holding['auditHead']
  /** Where the registry that was there before is kept; null where there was none. */
  keptAside: string | null
  ended: Awaited<ReturnType<typeof endWhatWasOpen>>
}

/**
 * Puts a backup in the place of the registry. Everything is checked on a copy; then one rename puts it in place, so that a program which is
 * killed half-way leaves the registry that was there. That one is kept beside it. Throws a `BackupProblem` where it refuses, with nothing changed.
 */
export async function restoreBackup(task: RestoreTask): Promise<Restored> {
  const copy = `${task.file}.restoring-${process.pid}`
  await mkdir(dirname(resolve(task.file)), { recursive: true })
  try {
    const sha256 = await digestOfFile(task.from).catch(() => '')
    const { manifest, holding } = await copyChecked(task.from, copy, task.withoutManifest)
    const takenAt = manifest?.takenAt ?? null
    const ended = await makeReady(copy, holding, { sha256, takenAt }, task.at)
    await onDisk(copy)
    return { takenAt, auditHead: holding.auditHead, keptAside: await putInPlace(copy, task), ended }
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) await rm(copy + ending, { force: true })
  }
}

/** Brings the copy to this program's form, looks through its trail, ends what was open in it, and says so in the trail. */
async function makeReady(copy: string, holding: Holding, of: { sha256: string; takenAt: string | null }, at: string) {
  const registry = await openRegistry(copy)
  try {
    await ensureTrailHolds(copy, holding.auditHead).catch((error: Error) => {
      throw new BackupProblem(`The backup is not taken. ${error.message}`)
    })
    return await perform(registry, commandLineAt(at), async (trx, record) => {
      const ended = await endWhatWasOpen(trx, at)
      const details = { ...of, auditHead: holding.auditHead, ...ended }
      record({ action: 'registry.restore', objectKind: 'registry', objectId: of.sha256, details })
      return ended
    })
  } finally {
    await registry.close()
  }
}

/** Returns where the registry that was there is kept. */
async function putInPlace(copy: string, { file, at, isServing }: RestoreTask): Promise<string | null> {
  if (!existsSync(file)) {
    swap(copy, file, undefined)
    await onDisk(dirname(resolve(file)))
    return null
  }
  const aside = `${file}.replaced-${at.slice(0, 19).replace(/[-:]/g, '')}Z`
  const isClosed = await whileClosed(file, async () => swap(copy, file, aside)).catch(async (error: unknown) => {
    // What is there is no sound database, so it cannot say whether somebody has it open.
    if (error instanceof BackupProblem) throw error
    if (await isServing()) return false
    swap(copy, file, aside)
    return true
  })
  if (!isClosed)
    throw new BackupProblem('Offing is running on this registry, or another program has it open. Stop it first.')
  await onDisk(dirname(resolve(file)))
  return aside
}

/** At every moment the file's name leads to a registry: the old one, until it leads to the new one. */
function swap(copy: string, file: string, aside: string | undefined): void {
  if (aside) {
    linkSync(file, aside)
    // The log of a registry must never be found beside another.
    for (const ending of ['-wal', '-shm']) if (existsSync(file + ending)) renameSync(file + ending, aside + ending)
  } else for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true })
  renameSync(copy, file)
}
