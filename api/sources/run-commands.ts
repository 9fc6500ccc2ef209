import { newId } from '../../db/ids.ts'
import type { Registry } from '../../db/open.ts'
import {
  countPage,
  endRun,
  findRun,
  insertRun,
  type PageCounts,
  runningRuns,
  runsOf,
  type StoredRun,
} from '../../db/source-runs.ts'
import { keepRecords } from '../../db/source-signals.ts'
import { findSource, nextDueSource, type StoredSource, setSourceDue, setSourceProgress } from '../../db/sources.ts'
import { perform, programAt } from '../audit/perform.ts'
import type { FoundRecord } from './connectors/connector.ts'
import { connectorOf } from './connectors/registry.ts'
import { nextDue, sinceDay } from './schedule.ts'

/** A run that has begun, and the source as it then was. */
export interface BegunRun {
  id: string
  source: StoredSource
  since: string
  /** The page to begin with; null for the first. */
  cursor: string | null
}

// Nothing that readers of rankings see changes by reading a source.
const quietly = { redraws: false }

/** Begins to read the source that has waited longest, or to read on where its last run broke off; undefined where none is due. */
export async function beginNextRun(registry: Registry, at: string): Promise<BegunRun | undefined> {
  if (!(await nextDueSource(registry.read, at))) return undefined
  return perform(
    registry,
    programAt(at),
    async (trx) => {
      const source = await nextDueSource(trx, at)
      if (!source) return undefined
      const [last] = await runsOf(trx, source.id, 1)
      const isBroken = source.cursor !== null && last !== undefined
      const overlap = connectorOf(source.connector)?.overlapDays ?? 0
      const days = isBroken
        ? { since: last.since, through: last.through }
        : { since: sinceDay(source.from, source.readThrough, overlap), through: at.slice(0, 10) }
      const id = newId()
      await insertRun(trx, { id, source: source.id, startedAt: at, ...days })
      await setSourceDue(trx, source.id, nextDue(source.schedule, at))
      return { id, source, since: days.since, cursor: isBroken ? source.cursor : null }
    },
    quietly,
  )
}

export interface ReadPage {
  records: readonly FoundRecord[]
  /** Where the next page begins; null after the last. */
  next: string | null
  expected: number | null
  /** All notes of the run so far. */
  notes: readonly string[]
}

/**
 * Keeps a page and where the next one begins, in one transaction: a program that is killed loses at most the page in its hands. False where the run has been ended, or
 * its source archived or changed meanwhile.
 */
export async function keepPage(registry: Registry, run: BegunRun, page: ReadPage, at: string): Promise<boolean> {
  return perform(
    registry,
    programAt(at),
    async (trx) => {
      const source = await findSource(trx, run.source.id)
      if (!source || !isAsBegun(source, run) || (await findRun(trx, run.id))?.state !== 'running') return false
      const counts: PageCounts = await keepRecords(trx, source.id, page.records, at)
      await countPage(trx, run.id, counts, page)
      await setSourceProgress(trx, source.id, { cursor: page.next })
      return true
    },
    quietly,
  )
}

const isAsBegun = ({ archived, query, from }: StoredSource, run: BegunRun) =>
  !archived && query === run.source.query && from === run.source.from

/**
 * Ends a run, with its counts in the trail. One that has read all moves on the day up to which its source has been read; one that read on and got
 * nowhere forgets the place.
 */
export async function finishRun(
  registry: Registry,
  run: BegunRun,
  end: { state: 'done' | 'failed' | 'stopped'; failure: string; notes: readonly string[]; readsOnAt?: string },
  at: string,
): Promise<void> {
  const { state, failure, notes, readsOnAt } = end
  await perform(
    registry,
    programAt(at),
    async (trx, record) => {
      const ended = { state, failure, notes: [...notes], endedAt: at }
      if (!(await endRun(trx, run.id, ended))) return
      const stored = (await findRun(trx, run.id))!
      if (state === 'done') await setSourceProgress(trx, run.source.id, { cursor: null, readThrough: stored.through })
      // The place may be what its source cannot answer: the next run begins again, and keeps nothing twice.
      if (state === 'failed' && run.cursor !== null && stored.pages === 0)
        await setSourceProgress(trx, run.source.id, { cursor: null })
      if (readsOnAt !== undefined) await setSourceDue(trx, run.source.id, readsOnAt)
      record({ action: 'source.read', objectKind: 'source', objectId: run.source.id, details: countsOf(stored) })
    },
    quietly,
  )
}

const countsOf = ({ id, state, since, pages, received, added, changed, known, failure }: StoredRun) => ({
  run: id,
  state,
  since,
  pages,
  received,
  added,
  changed,
  known,
  failure,
})

/**
 * Runs that a program left when it was killed are ended, and their sources read on at once: unless the run before was left the same way, so that a source which
 * brings the program down does not do so for ever.
 */
export async function endAbandonedRuns(registry: Registry, at: string): Promise<void> {
  if ((await runningRuns(registry.read)).length === 0) return
  await perform(
    registry,
    programAt(at),
    async (trx, record) => {
      for (const run of await runningRuns(trx)) {
        const [, before] = await runsOf(trx, run.source, 2)
        await endRun(trx, run.id, { state: 'stopped', failure: wasKilled, notes: run.notes, endedAt: at })
        if (before?.failure !== wasKilled) await setSourceDue(trx, run.source, at)
        const details = countsOf((await findRun(trx, run.id))!)
        record({ action: 'source.read', objectKind: 'source', objectId: run.source, details })
      }
    },
    quietly,
  )
}

const wasKilled = 'The program was ended while it read.'
