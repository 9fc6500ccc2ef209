import { mostInMatrix } from './draw-plan.ts'
import { cutIntoGroups } from './groups.ts'
import { neighbours, type Question, unitsOfDraw } from './place-counts.ts'

/** How sure the place of one technology is. Places are from 1 up. */
export interface PlaceRange {
  id: string
  /** From 1 up. */
  group: number
  /** With nine chances in ten it stands from `low` to `high`; as likely above `middle` as below. */
  low: number
  middle: number
  high: number
  /** The chance to be among the first ten, 0 to 1. */
  topTen: number
}

/** How likely each place is for one technology: from place `from` on, in units; all of them are `draws · unitsOfDraw`. */
export interface Acceptability {
  from: number
  units: Uint32Array
}

/** How sure the ranking of one lens is, its technologies in the order of the ranking. */
export interface LensCertainty {
  draws: number
  seed: number
  ranges: PlaceRange[]
  groups: number
  /** By row; null where there are too many to keep it. */
  acceptability: Acceptability[] | null
  /** By row, for each of the `neighbours` after it: how often it stands above that one, in half draws. */
  above: Uint32Array
}

/** Answers questions about all draws, whoever drew them. */
export type Ask = (question: Question) => Promise<Uint32Array>

/** Cells of the matrix that are asked for at a time, so that whoever adds up gives others their turn. */
const cellsAtOnce = 500_000

/** Rank acceptability (SMAA-2: Lahdelma & Salminen, Operations Research 49, 2001) and what follows from it, from places drawn. */
export async function certaintyFrom(
  ids: readonly string[],
  drawn: Pick<LensCertainty, 'draws' | 'seed'>,
  ask: Ask,
): Promise<LensCertainty> {
  const { draws } = drawn
  const sizes = await cutIntoGroups(ids.length, async (row, from, to) =>
    Array.from(await ask({ about: 'above', row, from, to }), (halves) => halves / (2 * draws)),
  )
  const groupOf = sizes.flatMap((size, group) => new Array<number>(size).fill(group + 1))
  const acceptability: Acceptability[] = []
  const ranges: PlaceRange[] = []
  const above = new Uint32Array(ids.length * neighbours)
  const atOnce = Math.max(1, Math.floor(cellsAtOnce / Math.max(1, ids.length)))
  for (let from = 0; from < ids.length; from += atOnce) {
    const to = Math.min(ids.length, from + atOnce)
    above.set(await ask({ about: 'neighbours', from, to }), from * neighbours)
    const units = await ask({ about: 'places', from, to })
    for (let row = from; row < to; row++) {
      const ofRow = units.subarray((row - from) * ids.length, (row - from + 1) * ids.length)
      if (ids.length <= mostInMatrix) acceptability.push(nonZero(ofRow))
      ranges.push({ id: ids[row]!, group: groupOf[row]!, ...rangeOf(ofRow, draws) })
    }
  }
  return {
    ...drawn,
    ranges,
    groups: sizes.length,
    acceptability: ids.length <= mostInMatrix ? acceptability : null,
    above,
  }
}

function nonZero(units: Uint32Array): Acceptability {
  const first = units.findIndex((unit) => unit > 0)
  const last = units.findLastIndex((unit) => unit > 0)
  return { from: first + 1, units: units.slice(first, last + 1) }
}

/** The smallest whole places up to which at least so much lies: so from `low` to `high` lies 90 per cent or more. */
function rangeOf(units: Uint32Array, draws: number): Omit<PlaceRange, 'id' | 'group'> {
  const whole = draws * unitsOfDraw
  const places = [0, 0, 0]
  const shares = [0.05, 0.5, 0.95]
  let [sum, reached, inTen] = [0, 0, 0]
  for (let place = 0; place < units.length; place++) {
    sum += units[place]!
    if (place < 10) inTen = sum
    while (reached < shares.length && sum >= shares[reached]! * whole) places[reached++] = place + 1
  }
  const [low, middle, high] = places as [number, number, number]
  return { low, middle, high, topTen: inTen / whole }
}

/** The chance that the technology in row `one` stands above the one in row `two`, not more than `neighbours` apart. */
export function chanceAbove({ above, draws }: LensCertainty, one: number, two: number): number {
  if (one === two) return 0.5
  const [first, second] = [Math.min(one, two), Math.max(one, two)]
  const chance = above[first * neighbours + second - first - 1]! / (2 * draws)
  return one < two ? chance : 1 - chance
}
