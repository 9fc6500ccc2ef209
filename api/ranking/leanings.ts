import { stanceNumber } from '../ratings/answer-log.ts'
import { impactScale } from '../ratings/rating.ts'
import { ratedImpacts } from './observations.ts'
import { fitPanel } from './panel-model.ts'
import type { Tallies } from './tally.ts'
import { estimateComponents, leastFreedom } from './variance-components.ts'

/** Until a panel shows otherwise nobody leans; two marks of one item by people who do not lean differ by some 2 points. */
const prior = { leaning: 0, residue: 2.25 }

/** Leanings are whole in this part of a point, so that adjusted sums do not depend on the order of adding. */
const partOfPoint = 10_000

/**
 * From so many "yes" answers up a leaning is taken off. Both the answers as given, unnamed, and the adjusted mean are shown of a
 * large enough panel, and what lies between them is leanings: one that rests on a single answer would say whose that is.
 */
export const leastMarks = 5

/** An adjusted mean is told to so many parts of a point, so that single leanings cannot be worked out from means that differ in who answered. */
const partsTold = 10

/**
 * Each panel member's leaning on the 1–9 scale, by their number, from their "yes" answers that count. None for who gave fewer
 * than `leastMarks`; all zero where there are too few answers to say.
 */
export function leaningsOf(tallies: Tallies, panellists: number): Float64Array {
  const seen = ratedImpacts(tallies, panellists)
  const { components, freedom } = estimateComponents(seen, prior)
  if (freedom.residue < leastFreedom || components.leaning === 0) return new Float64Array(panellists)
  const marks = new Uint32Array(panellists)
  for (const panellist of seen.panellist) marks[panellist] = marks[panellist]! + 1
  return fitPanel(seen, components).leaning.map((leaning, panellist) =>
    marks[panellist]! < leastMarks ? 0 : Math.round(leaning * partOfPoint) / partOfPoint,
  )
}

/**
 * Takes each panel member's leaning off their "yes" answers, cuts these back to the scale, and sums the impacts anew: each pair's
 * as if its mean "yes" were told to a tenth of a point. Without any leaning all stays as it was given.
 */
export function adjustImpacts({ pairs, answers }: Tallies, leanings: Float64Array): void {
  if (leanings.every((leaning) => leaning === 0)) return
  const inParts = leanings.map((leaning) => Math.round(leaning * partOfPoint))
  const [least, most] = [impactScale.from * partOfPoint, impactScale.to * partOfPoint]
  for (let p = 0; p < pairs.specialism.length; p++) {
    const end = pairs.answerStart[p]! + pairs.answers[p]!
    let sum = 0
    for (let i = pairs.answerStart[p]!; i < end; i++) {
      if (answers.stance[i] !== stanceNumber.rated) continue
      const adjusted = answers.impact[i]! * partOfPoint - inParts[answers.panellist[i]!]!
      sum += Math.min(most, Math.max(least, adjusted))
    }
    const rated = pairs.rated[p]!
    pairs.impact[p] = rated === 0 ? 0 : (Math.round((sum * partsTold) / (partOfPoint * rated)) * rated) / partsTold
  }
}

/**
 * Specialisms with one panel member: whether that person marks high or their service is hit hard shows in the same
 * answers, and nothing in them tells one from the other.
 */
export function cannotTellApart(panel: readonly { specialisms: readonly string[] }[]): string[] {
  const seats = new Map<string, number>()
  for (const { specialisms } of panel) for (const id of specialisms) seats.set(id, (seats.get(id) ?? 0) + 1)
  return [...seats].filter(([, count]) => count === 1).map(([id]) => id)
}
