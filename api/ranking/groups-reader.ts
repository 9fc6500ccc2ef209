import { inTurns } from '../in-turns.ts'
import { lastClosed } from '../scans/round.ts'
import { drawScores, usualDraws } from './certainty.ts'
import { seedOf } from './chance.ts'
import type { FollowedScan } from './follower.ts'
import { cutIntoGroups } from './groups.ts'
import type { Tallies } from './tally.ts'

/** Technology ids in the order of the ranking, in groups; `tooFew` where there are too few answers to say. */
export type Groups = { tooFew: false; groups: string[][]; draws: number; seed: number } | { tooFew: true }

/** Drawn once for each closed round: what a round's answers add up to stays the same object while they do. */
const kept = new WeakMap<Tallies, Promise<Groups>>()

/** The groups of a scan's ranking as of its last closed round, all specialisms together, by the method's own weights. */
export function groupsOf(scan: FollowedScan): Promise<Groups> {
  const round = lastClosed(scan.rounds)
  if (!round) return Promise.resolve({ tooFew: true })
  const tallies = scan.held.talliesAsOf(round.number)
  const known = kept.get(tallies)
  if (known) return known
  const groups = drawGroups(scan, round.number)
  kept.set(tallies, groups)
  groups.catch(() => kept.delete(tallies))
  return groups
}

async function drawGroups({ head, method, held }: FollowedScan, round: number): Promise<Groups> {
  const ranking = held.rankingAsOf(round, { kind: 'all' }, method.weights)
  const seed = seedOf(`${head.id} ${round}`)
  const plan = { draws: usualDraws, seed, varies: 'both' } as const
  const scores = await inTurns(drawScores(held.inputAsOf(round), ranking, held.log.panellists.ids.length, plan))
  if (!scores) return { tooFew: true }
  const ids = ranking.ranked.map(({ id }) => id)
  const groups = await inTurns(cutIntoGroups(ids, scores.chanceAbove))
  return { tooFew: false, groups, draws: scores.draws, seed }
}
