import { stanceNumber } from '../ratings/answer-log.ts'
import type { Tallies } from './tally.ts'

/**
 * Numbers that panel members gave, grouped by item, which is a pair (technology, specialism): services differ, so what one
 * technology does to two specialisms is two things. Item i owns those from `start[i]` to `start[i + 1]`.
 */
export interface Observations {
  technologies: number
  specialisms: number
  panellists: number
  start: Uint32Array
  /** By item. */
  technology: Uint32Array
  specialism: Uint16Array
  /** By observation; nobody has two on one item. */
  panellist: Uint32Array
  value: Float64Array
}

/** What one counted answer contributes, or nothing. `pair` is the number of its pair. */
export type ContributionOf = (answer: number, pair: number) => number | undefined

/** Gathers what the answers that count say, pair by pair; a pair of which none says anything is no item. */
export function observe(tallies: Tallies, panellists: number, contributionOf: ContributionOf): Observations {
  const { pairs, answers, pairStart } = tallies
  const counted = tallies.answerStart[tallies.technologies]!
  const items = pairs.specialism.length
  const start = new Uint32Array(items + 1)
  const technology = new Uint32Array(items)
  const specialism = new Uint16Array(items)
  const panellist = new Uint32Array(counted)
  const value = new Float64Array(counted)
  let item = 0
  let at = 0
  for (let k = 0; k < tallies.technologies; k++)
    for (let p = pairStart[k]!; p < pairStart[k + 1]!; p++) {
      const end = pairs.answerStart[p]! + pairs.answers[p]!
      for (let i = pairs.answerStart[p]!; i < end; i++) {
        const said = contributionOf(i, p)
        if (said === undefined) continue
        panellist[at] = answers.panellist[i]!
        value[at++] = said
      }
      if (at === start[item]) continue
      technology[item] = k
      specialism[item] = pairs.specialism[p]!
      start[++item] = at
    }
  return {
    technologies: tallies.technologies,
    specialisms: tallies.voices.length,
    panellists,
    start: start.subarray(0, item + 1),
    technology: technology.subarray(0, item),
    specialism: specialism.subarray(0, item),
    panellist: panellist.subarray(0, at),
    value: value.subarray(0, at),
  }
}

/** The impacts of "yes", 1 to 9: what a leaning shows in. */
export function ratedImpacts(tallies: Tallies, panellists: number): Observations {
  const { stance, impact } = tallies.answers
  return observe(tallies, panellists, (i) => (stance[i] === stanceNumber.rated ? impact[i]! : undefined))
}
