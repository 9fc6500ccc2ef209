import { publishedNumberOf } from '../../db/editions.ts'
import { newId } from '../../db/ids.ts'
import type { Database, Registry } from '../../db/open.ts'
import { addNewPairs, insertReasons, type LookReason } from '../../db/pairs.ts'
import { panelOf } from '../../db/panels.ts'
import {
  countPairs,
  findRound,
  insertRound,
  markClosed,
  markOpened,
  openRounds,
  type RoundHead,
  roundsOf,
  updateRound,
} from '../../db/rounds.ts'
import { findScan, freezeScan, type ScanHead } from '../../db/scans.ts'
import { type By, perform, programAt } from '../audit/perform.ts'
import { changesBetween } from '../audit/trail.ts'
import type { ChangeRoundRequest, PrepareRoundRequest } from '../contract/rounds.ts'
import { ensureSeen, type Precondition } from '../precondition.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import { getScan } from '../scans/commands.ts'
import { countedRounds, isPilot } from '../scans/round.ts'
import { pairsToAskAgain } from './asking/commands.ts'
import { closingInstant, dayAt, isPast } from './closing.ts'
import { ensureNobodyOverLimit } from './limit/reader.ts'

const mostRounds = 50

/** Why technologies (ids) are asked again; empty where nobody looked. */
export type Reasons = ReadonlyMap<string, readonly LookReason[]>

/** Prepares the next round of a scan; it asks what the last one asked, or what is chosen. Refuses while one is not closed. */
export async function prepareRound(
  registry: Registry,
  reference: string,
  request: PrepareRoundRequest,
  by: By,
  reasons: Reasons = new Map(),
): Promise<RoundHead> {
  return perform(registry, by, async (trx, record) => {
    const scan = await getScan(trx, reference)
    const earlier = countedRounds(await roundsOf(trx, scan.id))
    const number = nextNumber(earlier)
    const { technologies, shortlistPlaces: _, ...asked } = request
    ensureNotBefore(request.closesOn, scan, by.at)
    const round = { id: newId(), scan: scan.id, number, ...asked }
    const again = await pairsToAskAgain(trx, earlier, technologies)
    await insertRound(trx, round)
    await addNewPairs(trx, round.id, again)
    const chosen = new Set(again.map(({ technology }) => technology))
    const why = [...reasons].flatMap(([technology, all]) => all.map((reason) => ({ technology, reason })))
    await insertReasons(
      trx,
      round.id,
      why.filter(({ technology }) => chosen.has(technology)),
    )
    const details = { after: round, again: technologies && [...chosen] }
    record({ action: 'round.prepare', objectKind: 'round', objectId: round.id, details })
    return getRound(trx, round.id)
  })
}

/** The number of a scan's next round; refuses while the last one is not closed, and past the last number. */
export function nextNumber(earlier: readonly RoundHead[]): number {
  const last = earlier.at(-1)
  if (last && last.state !== 'closed')
    throw new Refusal('conflict', `Round ${last.number} is ${last.state}. Close it before you prepare another.`)
  if (last?.number === mostRounds)
    throw new Refusal('conflict', `A scan has at most ${mostRounds} rounds. Create a scan for the next cycle.`)
  return (last?.number ?? 0) + 1
}

/** Changes a round that is not closed: its closing day, and before it opens what it asks. */
export async function changeRound(
  registry: Registry,
  id: string,
  request: ChangeRoundRequest,
  seen: Precondition,
  by: By,
): Promise<RoundHead> {
  return perform(registry, by, async (trx, record) => {
    const before = await getRound(trx, id)
    const changes = changesBetween(before, request)
    if (Object.keys(changes).length === 0 && seen.kind !== 'none') return before
    ensureSeen(seen, before)
    if (before.state === 'closed')
      throw new Refusal('conflict', `${nameOf(before)} is closed, so it can no longer be changed.`)
    if (before.state === 'open' && ('asksYears' in changes || 'shortlistGroups' in changes))
      throw new Refusal('conflict', `${nameOf(before)} is open: only its closing day can be changed now.`)
    if ('closesOn' in changes) {
      const scan = await getScan(trx, before.scan)
      ensureNotBefore(request.closesOn, scan, by.at)
      ensureTakesAnswers(before, scan, by.at)
    }
    await updateRound(trx, id, request)
    record({ action: 'round.change', objectKind: 'round', objectId: id, details: changes })
    return getRound(trx, id)
  })
}

const states = ['prepared', 'open', 'closed'] as const

/** A round only ever goes from one state to the next. */
function moved(after: 'open' | 'closed') {
  return { state: { before: states[states.indexOf(after) - 1], after } }
}

/** Opens a prepared round. The first to open freezes the scan. */
export async function openRound(registry: Registry, id: string, seen: Precondition, by: By): Promise<RoundHead> {
  return perform(registry, by, async (trx, record) => {
    const round = await getRound(trx, id)
    ensureSeen(seen, round)
    if (round.state !== 'prepared') throw new Refusal('conflict', `Round ${round.number} is ${round.state} already.`)
    const { technologies } = await countPairs(trx, round.id)
    if (technologies === 0)
      throw new Refusal('conflict', `Round ${round.number} asks nothing yet. Ask about a technology first.`)
    const scan = await getScan(trx, round.scan)
    if ((await panelOf(trx, scan.id)).length === 0)
      throw new Refusal('conflict', 'Nobody is on the panel yet. Add panel members first.')
    await ensureNoneOpen(trx, scan)
    await ensureNotPublished(trx, scan)
    ensureNotPast(round, scan, by.at)
    await ensureNobodyOverLimit(trx, round)
    if (!scan.frozenAt) await freezeScan(trx, scan.id, by.at)
    await markOpened(trx, round.id, by.at)
    record({
      action: 'round.open',
      objectKind: 'round',
      objectId: round.id,
      details: { technologies, ...moved('open') },
    })
    return getRound(trx, round.id)
  })
}

/**
 * With an edition a scan has come to its end: beside what was published, the figures of a later round would give away what single people
 * changed (design 4, rule 1).
 */
export async function ensureNotPublished(trx: Database, scan: ScanHead): Promise<void> {
  const number = await publishedNumberOf(trx, scan.id)
  if (number === undefined) return
  throw new Refusal(
    'conflict',
    `Edition ${number} of ${scan.name} is published. What is answered after it would show, beside it, who changed what. Start the next scan instead.`,
  )
}

/** Closes an open round: its answers count from now on, and can no longer be changed. */
export async function closeRound(registry: Registry, id: string, seen: Precondition, by: By): Promise<RoundHead> {
  return perform(registry, by, async (trx, record) => {
    const round = await getRound(trx, id)
    ensureSeen(seen, round)
    if (round.state !== 'open')
      throw new Refusal('conflict', `${nameOf(round)} is ${round.state}, so it cannot be closed.`)
    await markClosed(trx, round.id, by.at)
    record({
      action: 'round.close',
      objectKind: 'round',
      objectId: round.id,
      details: { reason: 'by hand', ...moved('closed') },
    })
    return getRound(trx, round.id)
  })
}

/**
 * Closes every open round whose closing day is over, as of the end of that day; returns their ids. Several processes may do
 * so at once: each round is looked at again under the write lock.
 */
export async function closeDueRounds(registry: Registry, now: Date): Promise<string[]> {
  const closed: string[] = []
  for (const { id } of await dueRounds(registry.read, now)) {
    const done = await perform(registry, programAt(now.toISOString()), async (trx, record) => {
      const due = (await dueRounds(trx, now)).find((round) => round.id === id)
      if (!due) return false
      await markClosed(trx, id, due.endedAt)
      record({
        action: 'round.close',
        objectKind: 'round',
        objectId: id,
        details: { reason: 'date', ...moved('closed') },
      })
      return true
    })
    if (done) closed.push(id)
  }
  return closed
}

async function dueRounds(db: Database, now: Date): Promise<{ id: string; endedAt: string }[]> {
  const due: { id: string; endedAt: string }[] = []
  for (const { id, scan, closesOn, openedAt } of await openRounds(db)) {
    const { timeZone } = (await findScan(db, scan))!
    if (!closesOn || !isPast(closesOn, timeZone, now)) continue
    const endedAt = closingInstant(closesOn, timeZone).toISOString()
    due.push({ id, endedAt: endedAt > openedAt! ? endedAt : now.toISOString() })
  }
  return due
}

/** Refuses what comes after the end of a round's closing day, though the round may not have been closed yet. */
export function ensureTakesAnswers(round: RoundHead, scan: ScanHead, at: string): void {
  if (round.state === 'open' && isPast(round.closesOn, scan.timeZone, new Date(at)))
    throw new Refusal('conflict', `${nameOf(round)} ended with ${round.closesOn}, its closing day.`)
}

export async function getRound(db: Database, id: string): Promise<RoundHead> {
  const round = await findRound(db, id)
  if (!round) throw noRound(id)
  return round
}

/** Said of a round of a scan that is not for the reader, too: nothing tells the two apart. */
export function noRound(id: string): Refusal {
  return new Refusal('not-found', `There is no round ${repeated(id)}.`)
}

/** "Round 2", or "The pilot round". */
export function nameOf(round: { number: number }): string {
  return isPilot(round) ? 'The pilot round' : `Round ${round.number}`
}

/** Refuses a closing day before today, as the scan's calendar has it. */
export function ensureNotBefore(closesOn: string | null, scan: ScanHead, at: string): void {
  const today = dayAt(new Date(at), scan.timeZone)
  if (closesOn !== null && closesOn < today)
    throw invalid('/closesOn', `The closing day must be today, ${today}, or later. You sent ${repeated(closesOn)}.`)
}

/** One round of a scan is open at a time. */
export async function ensureNoneOpen(trx: Database, scan: ScanHead): Promise<void> {
  const open = (await roundsOf(trx, scan.id)).find(({ state }) => state === 'open')
  if (open) throw new Refusal('conflict', `${nameOf(open)} is open. Close it first.`)
}

function ensureNotPast(round: RoundHead, scan: ScanHead, at: string): void {
  if (isPast(round.closesOn, scan.timeZone, new Date(at)))
    throw new Refusal('conflict', `Its closing day, ${round.closesOn}, is over. Put it off first.`)
}
