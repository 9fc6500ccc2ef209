import { stanceNumber } from '../ratings/answer-log.ts'
import { observe } from './observations.ts'
import type { Tallies } from './tally.ts'
import { type Components, estimateComponents } from './variance-components.ts'

/** How impact and imminence go together, -1 to 1: between panel members' leanings, and in the rest. */
export interface Correlation {
  leaning: number
  residue: number
}

const noPrior = { leaning: 0, residue: 0 }

/**
 * How impact and imminence go together in "yes" answers that say when. Covariances come from variances, since
 * 2·cov(x, y) = var(x + y) − var(x) − var(y), component by component.
 */
export function correlationsOf({ answers, ...rest }: Tallies, panellists: number): Correlation {
  const componentsOf = (of: (i: number) => number) =>
    estimateComponents(
      observe({ answers, ...rest }, panellists, (i) =>
        answers.stance[i] === stanceNumber.rated && answers.soon[i]! >= 0 ? of(i) : undefined,
      ),
      noPrior,
    ).components
  const impact = componentsOf((i) => answers.impact[i]!)
  const soon = componentsOf((i) => 9 * answers.soon[i]!)
  const both = componentsOf((i) => answers.impact[i]! + 9 * answers.soon[i]!)
  const correlation = (part: keyof Components) => {
    const scale = Math.sqrt(impact[part] * soon[part])
    const twice = both[part] - impact[part] - soon[part]
    return scale > 0 ? Math.min(1, Math.max(-1, twice / (2 * scale))) : 0
  }
  return { leaning: correlation('leaning'), residue: correlation('residue') }
}
