import type { ScanSpecialism } from './lens.ts'
import { byId, inOrder } from './order.ts'
import type { PairSums, Tallies } from './tally.ts'

/** What may not be shown of one technology: figures of these specialisms and groupings by themselves, or any at all. */
export interface Withheld {
  all: boolean
  specialisms: ReadonlySet<number>
  groupings: ReadonlySet<string>
}

const nothing: Withheld = { all: false, specialisms: new Set(), groupings: new Set() }

/**
 * A specialism's figures are shown only where at least `minimumShown` panel members answered in it, and where no smaller
 * figure can be worked out from what is shown by subtraction (design 4, rule 3): what the published figures leave over
 * must be nothing, or two specialisms or more with enough panel members between them. This holds for each kind of figure
 * by itself, because a specialism that answered "no" or named no year is no cover for the others in a figure that leaves
 * it out. Where it does not hold, the smallest shown figure that mends it is withheld too. Where too few say "yes" in the
 * whole scan, their figure is nobody's to see: not even that of all specialisms together.
 */
export function withheldOf(
  tallies: Tallies,
  technology: number,
  specialisms: readonly ScanSpecialism[],
  minimumShown: number,
): Withheld {
  const { pairs } = tallies
  const answered = answeredPairs(tallies, technology)
  if (answered.every((p) => pairs.answers[p]! >= minimumShown)) return nothing

  const isEnough = (left: readonly number[]) =>
    left.length === 0 || (left.length > 1 && membersBehind(tallies, technology, left) >= minimumShown)
  const isSafe = (left: readonly number[]) => kindsOfFigure.every((has) => isEnough(left.filter((p) => has(pairs, p))))
  const specialismOf = (p: number) => specialisms[pairs.specialism[p]!]!
  const smallestFirst = answered.toSorted(
    inOrder(
      (a, b) => pairs.answers[a]! - pairs.answers[b]!,
      (a, b) => byId(specialismOf(a), specialismOf(b)),
    ),
  )
  const isTooFew = (behind: readonly number[]) =>
    behind.length > 0 && membersBehind(tallies, technology, behind) < minimumShown
  const hidden = widen(smallestFirst, isSafe, (p) => pairs.answers[p]! < minimumShown)
  return {
    all: kindsOfFigure.some((has) => isTooFew(answered.filter((p) => has(pairs, p)))),
    specialisms: new Set(hidden.map((p) => pairs.specialism[p]!)),
    groupings: hiddenGroupings(hidden, (p) => specialismOf(p).grouping, isSafe),
  }
}

/** Which pairs stand behind a count of answers, an impact, a year and an imminence. */
const kindsOfFigure: readonly ((pairs: PairSums, pair: number) => boolean)[] = [
  () => true,
  affects,
  saysWhen,
  (pairs, p) => affects(pairs, p) && saysWhen(pairs, p),
]

function affects(pairs: PairSums, pair: number): boolean {
  return pairs.rated[pair]! * 2 >= pairs.answers[pair]!
}

function saysWhen(pairs: PairSums, pair: number): boolean {
  return pairs.imminenceAnswers[pair]! > 0
}

function answeredPairs({ pairStart, pairs }: Tallies, technology: number): number[] {
  const answered: number[] = []
  for (let p = pairStart[technology]!; p < pairStart[technology + 1]!; p++) if (pairs.answers[p]! > 0) answered.push(p)
  return answered
}

/** Takes every candidate that must go, then the first that makes the rest safe, or else the first, until it is safe. */
function widen<T>(
  candidates: readonly T[],
  isSafe: (taken: readonly T[]) => boolean,
  mustGo: (candidate: T) => boolean,
): T[] {
  const taken = candidates.filter(mustGo)
  const others = candidates.filter((candidate) => !mustGo(candidate))
  while (others.length > 0 && !isSafe(taken)) {
    const mending = others.findIndex((candidate) => isSafe([...taken, candidate]))
    taken.push(...others.splice(Math.max(0, mending), 1))
  }
  return taken
}

/** A grouping's own figure gives away what is left of it when its shown specialisms are taken off. */
function hiddenGroupings(
  hidden: readonly number[],
  groupingOf: (pair: number) => string,
  isSafe: (left: readonly number[]) => boolean,
): Set<string> {
  const left = new Map<string, number[]>()
  for (const p of hidden) left.set(groupingOf(p), [...(left.get(groupingOf(p)) ?? []), p])
  const smallestFirst = [...left.keys()].toSorted(
    (a, b) => left.get(a)!.length - left.get(b)!.length || (a < b ? -1 : 1),
  )
  const leftOver = (groupings: readonly string[]) => groupings.flatMap((g) => left.get(g)!)
  return new Set(
    widen(
      smallestFirst,
      (groupings) => isSafe(leftOver(groupings)),
      (g) => !isSafe(left.get(g)!),
    ),
  )
}

/** Different panel members with an answer on the technology in any of these pairs. */
function membersBehind(tallies: Tallies, technology: number, left: readonly number[]): number {
  const specialisms = new Set(left.map((p) => tallies.pairs.specialism[p]!))
  const people = new Set<number>()
  for (let i = tallies.answerStart[technology]!; i < tallies.answerStart[technology + 1]!; i++)
    if (specialisms.has(tallies.answers.specialism[i]!)) people.add(tallies.answers.panellist[i]!)
  return people.size
}
