import type { Database } from '../../../db/open.ts'
import { panelOf } from '../../../db/panels.ts'
import { countPairs, type RoundHead, roundsOf } from '../../../db/rounds.ts'
import { shareCounts } from '../../../db/shares.ts'
import { Refusal } from '../../refusal.ts'
import { itemsAsked } from '../items-asked.ts'
import { countIn, type Loads, loadOf, mostMinutes, pushedOver } from '../workload.ts'

/** How many minutes each panel member will need in a round, as it is at this moment. */
export async function loadsIn(db: Database, round: RoundHead): Promise<Loads> {
  const { bySpecialism } = await countPairs(db, round.id)
  const shares = round.shared ? await shareCounts(db, round.id) : null
  const panel = await panelOf(db, round.scan)
  return new Map(panel.map((seat) => [seat.id, loadOf(itemsAsked(seat, { bySpecialism, shares }), round.asksYears)]))
}

/** Refuses a round that asks more than the limit of anybody. */
export async function ensureNobodyOverLimit(trx: Database, round: RoundHead): Promise<void> {
  const people = countIn(await loadsIn(trx, round), 'too-long')
  if (people > 0) throw tooLong(people, 'Share the items out, or ask about fewer technologies.')
}

/**
 * Runs a change of what an open round of a scan asks, or of whom: refuses it where it would push anybody over the limit.
 * Where no round is open it only runs it.
 */
export async function withinLimit<T>(trx: Database, scan: string, change: () => Promise<T>): Promise<T> {
  const before = await openRoundOf(trx, scan)
  if (!before) return change()
  const loads = await loadsIn(trx, before)
  const result = await change()
  const after = await openRoundOf(trx, scan)
  const people = after ? pushedOver(loads, await loadsIn(trx, after)) : 0
  if (people > 0)
    throw tooLong(people, `Round ${before.number} is open, so choose fewer technologies, or fewer specialisms.`)
  return result
}

async function openRoundOf(trx: Database, scan: string): Promise<RoundHead | undefined> {
  return (await roundsOf(trx, scan)).find(({ state }) => state === 'open')
}

function tooLong(people: number, wayOut: string): Refusal {
  const who = people === 1 ? '1 panel member' : `${people} panel members`
  return new Refusal('conflict', `${who} would need more than ${mostMinutes} minutes. ${wayOut}`)
}
