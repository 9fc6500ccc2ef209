import type { Posterior } from './posterior.ts'
import { productOf, RowsInMaking, type SparseRows } from './sparse-rows.ts'

/** How much the level of an item counts in the figure of its technology, which stands in this row. */
export type ShareOfItem = (item: number, row: number) => number

/**
 * One figure of each technology, a weighted sum of its items' levels: figure k is `middle[k]` + row k of `slopes` · the levels'
 * departures from their middle + `spread[k]` · a normal of its own.
 */
export interface Figures {
  middle: Float64Array
  spread: Float64Array
  slopes: SparseRows
}

/**
 * The figures of these technologies. An item's level is what its answers say beyond mean, specialism and leanings, as far as
 * `gain` trusts them, and else what mean and specialism let expect.
 */
export function figuresOf(posterior: Posterior, technologies: ArrayLike<number>, shareOf: ShareOfItem): Figures {
  const { seen, itemsOf, teams, centre } = posterior
  const levels = productOf(teams.levels, centre)
  const middle = new Float64Array(technologies.length)
  const spread = new Float64Array(technologies.length)
  const slopes = new RowsInMaking()
  for (let row = 0; row < technologies.length; row++) {
    const first = itemsOf[technologies[row]!]!
    const end = itemsOf[technologies[row]! + 1]!
    const { shares, gains, variance } = gainsOf(posterior, first, end, (item) => shareOf(item, row))
    for (let i = 0; i < gains.length; i++) {
      middle[row]! += gains[i]! * meanOf(seen.value, seen.start[first + i]!, seen.start[first + i + 1]!)
      if (shares[i]! > 0) slopes.add(seen.specialism[first + i]!, shares[i]!)
      slopes.add(seen.specialisms + teams.ofItem[first + i]!, -gains[i]!)
    }
    spread[row] = Math.sqrt(Math.max(0, variance))
    slopes.endRow()
  }
  const finished = slopes.finished()
  productOf(finished, levels).forEach((shared, row) => {
    middle[row]! += shared
  })
  return { middle, spread, slopes: finished }
}

function meanOf(values: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += values[i]!
  return sum / (to - from)
}

/**
 * How far each item's mean answer moves the figure, and what variance is left to it, given the shared effects. Items of one
 * technology covary by its own component; the inverse is by Sherman & Morrison.
 */
function gainsOf({ seen, parts }: Posterior, firstItem: number, endItem: number, shareOf: (item: number) => number) {
  const items = Array.from({ length: endItem - firstItem }, (_, i) => firstItem + i)
  const shares = items.map(shareOf)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const prior = shares.map((share) => parts.technology * whole + parts.pair * share)
  const own = items.map((item) => 1 / (parts.pair + parts.residue / (seen.start[item + 1]! - seen.start[item]!)))
  const total = own.reduce((sum, each) => sum + each, 0)
  const pulled = prior.reduce((sum, each, i) => sum + each * own[i]!, 0)
  const back = (parts.technology * pulled) / (1 + parts.technology * total)
  const gains = prior.map((each, i) => own[i]! * (each - back))
  const before = shares.reduce((sum, share, i) => sum + share * prior[i]!, 0)
  return { shares, gains, variance: before - prior.reduce((sum, each, i) => sum + each * gains[i]!, 0) }
}
