import { methodOf } from '../../../db/methods.ts'
import type { Database, Registry } from '../../../db/open.ts'
import { type Pair, pairsOf } from '../../../db/pairs.ts'
import { panelOf } from '../../../db/panels.ts'
import { markChanged, type RoundHead, roundsOf } from '../../../db/rounds.ts'
import { deleteShares, insertShares, sharesOf } from '../../../db/shares.ts'
import { type By, perform } from '../../audit/perform.ts'
import { Refusal } from '../../refusal.ts'
import { getRound, nameOf } from '../commands.ts'
import { neededBy, type SharedSpecialism, shareOfJoiner, shareOut } from '../share-out.ts'

/** Shares the items of a prepared round out, or out anew: everybody of a specialism is asked about some of them. */
export async function shareOutRound(registry: Registry, id: string, by: By): Promise<RoundHead> {
  return perform(registry, by, async (trx, record) => {
    const round = await getPrepared(trx, id)
    const specialisms = await specialismsWithPeople(trx, round)
    if (specialisms.every(({ panellists }) => panellists.length === 0))
      throw new Refusal('conflict', 'There is nothing to share out: the round asks nobody yet.')
    const { method } = await methodOf(trx, round.scan)
    const shares = shareOut(specialisms, neededBy(method))
    await deleteShares(trx, id)
    await insertShares(trx, id, shares)
    await markChanged(trx, id, true)
    record({ action: 'round.share-out', objectKind: 'round', objectId: id, details: { shares: shares.length } })
    return getRound(trx, id)
  })
}

/** Takes the sharing back: everybody is asked about everything again. */
export async function takeBackShares(registry: Registry, id: string, by: By): Promise<RoundHead> {
  return perform(registry, by, async (trx, record) => {
    const round = await getPrepared(trx, id)
    if (!round.shared) return round
    await deleteShares(trx, id)
    await markChanged(trx, id, false)
    record({ action: 'round.take-back-shares', objectKind: 'round', objectId: id, details: {} })
    return getRound(trx, id)
  })
}

/**
 * Gives somebody who joins a panel a fair share in its round that is prepared or open and shared out; without effect where
 * there is none. For whoever adds a panel member, or specialisms (ids) to one, in the same transaction, afterwards.
 */
export async function shareWithJoiner(
  trx: Database,
  scan: string,
  panellist: string,
  specialisms: readonly string[],
): Promise<void> {
  const round = (await roundsOf(trx, scan)).find(
    ({ state, shared, number }) => state !== 'closed' && shared && number > 0,
  )
  if (!round || specialisms.length === 0) return
  const needed = neededBy((await methodOf(trx, scan)).method)
  const pairs = await pairsOf(trx, round.id)
  const shares = await sharesOf(trx, round.id)
  for (const specialism of specialisms) {
    const here = shares.filter((share) => share.specialism === specialism && share.panellist !== panellist)
    const people = new Map(
      pairs
        .filter((pair) => pair.specialism === specialism)
        .map(({ technology }) => [technology, here.filter((share) => share.technology === technology).length]),
    )
    const technologies = shareOfJoiner(people, [...countBy(here, (share) => share.panellist).values()], needed)
    const rows = technologies.map((technology) => ({ panellist, technology, specialism }))
    await insertShares(trx, round.id, rows)
  }
  await markChanged(trx, round.id, true)
}

async function getPrepared(trx: Database, id: string): Promise<RoundHead> {
  const round = await getRound(trx, id)
  if (round.state === 'prepared') return round
  throw new Refusal('conflict', `${nameOf(round)} is ${round.state}: who is asked what can no longer be changed.`)
}

async function specialismsWithPeople(trx: Database, round: RoundHead): Promise<SharedSpecialism[]> {
  const panel = await panelOf(trx, round.scan)
  const asked = new Map<string, Pair[]>()
  for (const pair of await pairsOf(trx, round.id))
    asked.set(pair.specialism, [...(asked.get(pair.specialism) ?? []), pair])
  return [...asked].map(([specialism, pairs]) => ({
    specialism,
    technologies: pairs.map(({ technology }) => technology),
    panellists: panel.filter((seat) => seat.specialisms.includes(specialism)).map(({ id }) => id),
  }))
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1)
  return counts
}
