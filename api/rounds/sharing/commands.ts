import { methodOf } from '../../../db/methods.ts'
import type { Database, Registry } from '../../../db/open.ts'
import { type Pair, pairsOf } from '../../../db/pairs.ts'
import { panelOf } from '../../../db/panels.ts'
import { markChanged, type RoundHead, roundsOf } from '../../../db/rounds.ts'
import { deleteShares, insertShares, sharesOf } from '../../../db/shares.ts'
import { type By, perform } from '../../audit/perform.ts'
import { bySpecialismOf } from '../../ratings/counted.ts'
import { Refusal } from '../../refusal.ts'
import { getRound, nameOf } from '../commands.ts'
import { type Needed, neededBy, type Share, type SharedSpecialism, shareOfJoiner, shareOut } from '../share-out.ts'

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

/** Somebody who joins a panel, or answers for more on it. All by id. */
export interface Joiner {
  panellist: string
  specialisms: readonly string[]
}

/**
 * Gives everybody who joins a panel a fair share in its round that is prepared or open and shared out; without effect where
 * there is none. For whoever adds panel members, or specialisms to one, in the same transaction, afterwards.
 */
export async function shareWithJoiners(trx: Database, scan: string, joiners: readonly Joiner[]): Promise<void> {
  const round = (await roundsOf(trx, scan)).find(
    ({ state, shared, number }) => state !== 'closed' && shared && number > 0,
  )
  const joining = joiners.filter(({ specialisms }) => specialisms.length > 0)
  if (!round || joining.length === 0) return
  const needed = neededBy((await methodOf(trx, scan)).method)
  const pairs = bySpecialismOf(await pairsOf(trx, round.id))
  const shares = bySpecialismOf<Share>(await sharesOf(trx, round.id))
  const given: Share[] = []
  for (const { panellist, specialisms } of joining)
    for (const specialism of specialisms) {
      const known = shares.get(specialism) ?? []
      const own = shareOf(panellist, specialism, pairs.get(specialism) ?? [], known, needed)
      // Who joins next has them among the others.
      shares.set(specialism, [...known, ...own])
      given.push(...own)
    }
  await insertShares(trx, round.id, given)
  await markChanged(trx, round.id, true)
}

/** What of a specialism's pairs somebody takes over, beside those who have shares in it. */
function shareOf(
  panellist: string,
  specialism: string,
  pairs: readonly Pair[],
  shares: readonly Share[],
  needed: Needed,
): Share[] {
  const others = shares.filter((share) => share.panellist !== panellist)
  const people = countBy(others, ({ technology }) => technology)
  const onEach = new Map(pairs.map(({ technology }) => [technology, people.get(technology) ?? 0]))
  const technologies = shareOfJoiner(onEach, [...countBy(others, (share) => share.panellist).values()], needed)
  return technologies.map((technology) => ({ panellist, technology, specialism }))
}

async function getPrepared(trx: Database, id: string): Promise<RoundHead> {
  const round = await getRound(trx, id)
  if (round.state === 'prepared') return round
  throw new Refusal('conflict', `${nameOf(round)} is ${round.state}: who is asked what can no longer be changed.`)
}

async function specialismsWithPeople(trx: Database, round: RoundHead): Promise<SharedSpecialism[]> {
  const panel = await panelOf(trx, round.scan)
  const asked = bySpecialismOf(await pairsOf(trx, round.id))
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
