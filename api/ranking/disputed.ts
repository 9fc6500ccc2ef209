import { type AnswerOf, bySpecialismOf } from '../ratings/counted.ts'
import { soonness } from '../ratings/imminence.ts'
import { arrivalView, type PanelView, specialismView } from '../ratings/panel-view.ts'
import { inOrder } from './order.ts'
import { type Ranked, type Ranking, type RankingInput, withheldFrom } from './rank.ts'
import { contributionsOf, type Findings, scoreOf, valuesOf } from './score.ts'

/** A ranked technology on which a panel disagrees, and how far its score would move if the panel settled. */
export interface Disputed {
  technology: string
  score: number
  /** If the disputed specialisms settled at their lower quartile, or at their upper one; and the year at its late or early one. */
  low: number
  high: number
  /** Numbers of the specialisms that disagree how much; and whether all together disagree when. */
  specialisms: number[]
  arrival: boolean
  /** Whether settling could take it over the cut, one way or the other. */
  matters: boolean
}

/**
 * The disputed technologies, those first for which it matters, then by how far their score could move. `ranking` is that of all
 * specialisms; `shortlist` holds the ids of its first groups, whose lowest score is the cut; `answersOn` gives the answers that
 * count on a technology. What may not be shown is not told this way either: a withheld specialism is never listed. Pauses at
 * each technology.
 */
export function* mostDisputed(
  input: RankingInput,
  ranking: Ranking,
  shortlist: readonly string[],
  answersOn: (technology: number) => readonly AnswerOf[],
): Generator<void, Disputed[]> {
  const inShortlist = new Set(shortlist)
  const scores = ranking.ranked.filter(({ id }) => inShortlist.has(id)).map(({ score }) => score)
  const cut = scores.length > 0 ? Math.min(...scores) : null
  const disputed: Disputed[] = []
  for (const row of ranking.ranked) {
    const found = disputeOn(input, ranking, row, answersOn(row.number), cut)
    if (found) disputed.push(found)
    yield
  }
  const byWidth = inOrder<Disputed>(
    (a, b) => Number(b.matters) - Number(a.matters),
    (a, b) => b.high - b.low - (a.high - a.low),
  )
  // Ties stay as they are ranked.
  return disputed.sort(byWidth)
}

function disputeOn(
  input: RankingInput,
  ranking: Ranking,
  row: Ranked,
  answers: readonly AnswerOf[],
  cut: number | null,
): Disputed | undefined {
  const { method, horizon } = input
  const withheld = withheldFrom(input, row.number)
  const bySpecialism = bySpecialismOf(answers)
  const views = affectedPairs(input, ranking, row.number).map((pair) => {
    const { id } = input.specialisms[pair.specialism]!
    const given = bySpecialism.get(id) ?? []
    return { ...pair, given, here: specialismView(given, id, null, withheld.specialisms.has(pair.specialism), method) }
  })
  const disagreeing = views.filter(({ here }) => here.consensus === 'disagreement')
  const when = arrivalView(answers, null, withheld.all, method, horizon)
  const arrival = when.consensus === 'disagreement'
  if (disagreeing.length === 0 && !arrival) return undefined
  const scoreAt = (side: Side) => {
    const settled = { ...row.found }
    for (const pair of disagreeing) settled.impact += shiftOf(pair, side)
    if (arrival) settled.imminence = settled.datedWeight * soonness(yearAt(when, side), horizon)
    return scored(settled, row, input, ranking)
  }
  const ends = [row.score, scoreAt('lower'), scoreAt('upper')]
  const low = Math.min(...ends)
  const high = Math.max(...ends)
  return {
    technology: row.id,
    score: row.score,
    low,
    high,
    specialisms: disagreeing.map(({ specialism }) => specialism),
    arrival,
    matters: cut !== null && low < cut && cut <= high,
  }
}

type Side = 'lower' | 'upper'

/** The pairs behind a technology's score (A∖N of design 3.2), by specialism number, with their weight and answers. */
function affectedPairs({ tallies }: RankingInput, { lens }: Ranking, technology: number) {
  const { pairStart, pairs } = tallies
  const affected: { specialism: number; weight: number; answers: number }[] = []
  for (let p = pairStart[technology]!; p < pairStart[technology + 1]!; p++) {
    const answers = pairs.answers[p]!
    const weight = lens.weight[pairs.specialism[p]!]!
    const isAffected = (answers - pairs.rated[p]!) * 2 <= answers
    if (weight > 0 && answers > 0 && isAffected) affected.push({ specialism: pairs.specialism[p]!, weight, answers })
  }
  return affected
}

/** By how much the specialism's part in Σ h·Ī would change if all who said Yes gave its quartile. */
function shiftOf(
  pair: { weight: number; answers: number; given: readonly AnswerOf[]; here: PanelView['here'] },
  side: Side,
): number {
  const rated = pair.given.filter(({ stance }) => stance === 'rated')
  const settled = pair.here.impact![side]
  const shift = rated.reduce((sum, { impact }) => sum + settled - impact!, 0)
  return (pair.weight * shift) / pair.answers
}

/** A later year is the lower score. */
function yearAt({ years }: PanelView['arrival'], side: Side): number {
  return side === 'lower' ? years!.upper : years!.lower
}

function scored(found: Findings, row: Ranked, { method }: RankingInput, { lens, shares }: Ranking): number {
  return scoreOf(contributionsOf(valuesOf(found, row.readiness, lens, method), shares))
}
