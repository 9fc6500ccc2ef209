import { isHiddenFromTypists, type Typed } from '../ratings/counted.ts'
import type { ScanSpecialism } from './lens.ts'
import { byId } from './order.ts'
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
 * whole scan, their figure is nobody's to see: not even that of all specialisms together. Whoever typed in answers from
 * paper knows these as a panel member knows their own, so what they leave over must be as much as is left beside one's own.
 */
export function withheldOf(
  tallies: Tallies,
  technology: number,
  specialisms: readonly ScanSpecialism[],
  minimumShown: number,
): Withheld {
  const { pairs } = tallies
  const heard = heardPairs(tallies, technology)
  const tooFew = heard.filter(
    (p) => hasTooFew(pairs, p, minimumShown) || !hidesFromTypists(tallies, [p], () => true, minimumShown),
  )
  if (tooFew.length === 0) return nothing

  const isSafe = (left: readonly number[]) =>
    kindsOfFigure.every((has) => {
      const cover = coverOf(tallies, left, has, minimumShown)
      if (cover.pairs === 0) return true
      return cover.pairs > 1 && cover.members >= minimumShown && hidesFromTypists(tallies, left, has, minimumShown)
    })
  const specialismOf = (p: number) => specialisms[pairs.specialism[p]!]!
  const othersSmallestFirst = () =>
    heard
      .filter((p) => pairs.answers[p]! >= minimumShown && !tooFew.includes(p))
      .sort((a, b) => pairs.answers[a]! - pairs.answers[b]! || byId(specialismOf(a), specialismOf(b)))
  const hidden = widen(tooFew, othersSmallestFirst, isSafe)
  let groupings: Set<string> | undefined
  return {
    specialisms: new Set(hidden.map((p) => pairs.specialism[p]!)),
    // Most lenses need one of these only, so each is worked out when it is asked for.
    get all() {
      return isAllWithheld(tallies, technology, minimumShown)
    },
    get groupings() {
      groupings ??= hiddenGroupings(hidden, (p) => specialismOf(p).grouping, isSafe)
      return groupings
    },
  }
}

/** Whether so few stand behind some figure of the whole scan that none may be shown. */
export function isAllWithheld(tallies: Tallies, technology: number, minimumShown: number): boolean {
  const heard = heardPairs(tallies, technology)
  return kindsOfFigure.some((has) => {
    const cover = coverOf(tallies, heard, has, minimumShown)
    return cover.pairs > 0 && (cover.members < minimumShown || !hidesFromTypists(tallies, heard, has, minimumShown))
  })
}

type HasFigure = (pairs: PairSums, pair: number) => boolean

/** Which pairs stand behind a count of answers, an impact, a year and an imminence. */
const kindsOfFigure: readonly HasFigure[] = [
  () => true,
  affects,
  saysWhen,
  (pairs, p) => affects(pairs, p) && saysWhen(pairs, p),
]

function affects(pairs: PairSums, pair: number): boolean {
  return pairs.answers[pair]! > 0 && pairs.rated[pair]! * 2 >= pairs.answers[pair]!
}

function saysWhen(pairs: PairSums, pair: number): boolean {
  return pairs.imminenceAnswers[pair]! > 0
}

function heardPairs({ pairStart, pairs }: Tallies, technology: number): number[] {
  const heard: number[] = []
  for (let p = pairStart[technology]!; p < pairStart[technology + 1]!; p++)
    if (pairs.answers[p]! + pairs.cannotJudge[p]! > 0) heard.push(p)
  return heard
}

/**
 * Whoever was heard may be known by name, so that a count of answers by one or two people says who of them cannot judge: few
 * who cannot judge are hidden as few answers are. Where enough say so and nobody else answered, that is theirs to share.
 */
function hasTooFew(pairs: PairSums, pair: number, minimumShown: number): boolean {
  const answers = pairs.answers[pair]!
  return answers < minimumShown && (answers > 0 || pairs.cannotJudge[pair]! < minimumShown)
}

/** Whether the figure of these pairs leaves nobody who typed in some of its answers with those of too few others. */
function hidesFromTypists(
  { pairs, answers, someTyped }: Tallies,
  left: readonly number[],
  has: HasFigure,
  minimumShown: number,
): boolean {
  if (!someTyped) return true
  const behind: Typed[] = []
  for (const p of left) {
    if (!has(pairs, p)) continue
    const end = pairs.answerStart[p]! + pairs.answers[p]!
    for (let i = pairs.answerStart[p]!; i < end; i++)
      behind.push({ panellist: answers.panellist[i]!, typist: answers.typist[i]! })
  }
  return isHiddenFromTypists(behind, minimumShown - 1)
}

/** Takes, beside those that must go, the first other that makes the rest safe, or else the first, until it is safe. */
function widen<T>(
  mustGo: readonly T[],
  othersInOrder: () => T[],
  isSafe: (taken: readonly T[]) => boolean,
): readonly T[] {
  if (isSafe(mustGo)) return mustGo
  const taken = [...mustGo]
  const others = othersInOrder()
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
  for (const p of hidden) {
    const sameGrouping = left.get(groupingOf(p))
    if (sameGrouping) sameGrouping.push(p)
    else left.set(groupingOf(p), [p])
  }
  const mustGo = [...left.keys()].filter((grouping) => !isSafe(left.get(grouping)!))
  const othersSmallestFirst = () =>
    [...left.keys()]
      .filter((grouping) => !mustGo.includes(grouping))
      .sort((a, b) => left.get(a)!.length - left.get(b)!.length || (a < b ? -1 : 1))
  const leftOver = (groupings: readonly string[]) => groupings.flatMap((grouping) => left.get(grouping)!)
  return new Set(widen(mustGo, othersSmallestFirst, (groupings) => isSafe(leftOver(groupings))))
}

/**
 * How many of these pairs have a figure, and how many different panel members answered in them: counted no further than
 * two pairs with enough members, since that is all anybody asks.
 */
function coverOf({ pairs, answers }: Tallies, left: readonly number[], has: HasFigure, enough: number) {
  const cover = { pairs: 0, members: 0 }
  const members: number[] = []
  for (const p of left) {
    if (!has(pairs, p)) continue
    cover.pairs++
    const end = pairs.answerStart[p]! + pairs.answers[p]!
    for (let i = pairs.answerStart[p]!; i < end && members.length < enough; i++)
      if (!members.includes(answers.panellist[i]!)) members.push(answers.panellist[i]!)
    if (cover.pairs > 1 && members.length >= enough) break
  }
  cover.members = members.length
  return cover
}
