import { drawsInBlock } from './draw-plan.ts'
import type { Tie } from './placing.ts'

/**
 * One draw's share in a place, in whole units: what up to 12 tied rows can share evenly. More share what is left over in turn,
 * so that each row and each place still has one whole draw.
 */
export const unitsOfDraw = 27_720

/** How many of the rows after it each row is compared with. */
export const neighbours = 10

/** The places that rows had in a block of draws: row r's stand from `r · drawsInBlock` on. */
export interface PlacedBlock {
  draws: number
  places: Uint16Array | Uint32Array
  /** By draw, where there are any: rows that share a place. */
  ties: (ReadonlyMap<number, Tie> | undefined)[]
}

/** What is asked of the places drawn: counts over all draws, for rows from `from` to `to`. */
export type Question =
  /** By row and place: units. */
  | { about: 'places'; from: number; to: number }
  /** How often `row` stands above each of these rows, in half draws: a tie counts one half. */
  | { about: 'above'; row: number; from: number; to: number }
  /** How often each row stands above each of its next `neighbours`, in half draws. */
  | { about: 'neighbours'; from: number; to: number }

export function countPlaces(blocks: readonly PlacedBlock[], rows: number, question: Question): Uint32Array {
  const { from, to } = question
  if (question.about === 'places') return unitsByPlace(blocks, rows, from, to)
  if (question.about === 'above') {
    const counts = new Uint32Array(to - from)
    for (let row = from; row < to; row++) counts[row - from] = halvesAbove(blocks, question.row, row)
    return counts
  }
  const counts = new Uint32Array((to - from) * neighbours)
  for (let row = from; row < to; row++)
    for (let next = 0; next < neighbours && row + 1 + next < rows; next++)
      counts[(row - from) * neighbours + next] = halvesAbove(blocks, row, row + 1 + next)
  return counts
}

function halvesAbove(blocks: readonly PlacedBlock[], row: number, other: number): number {
  let halves = 0
  for (const { draws, places } of blocks) {
    const one = row * drawsInBlock
    const two = other * drawsInBlock
    for (let draw = 0; draw < draws; draw++) {
      const ahead = places[two + draw]! - places[one + draw]!
      // 2, 1 or 0 by the signs alone: a branch would be guessed wrong as often as not.
      halves += 1 + (-ahead >>> 31) - (ahead >>> 31)
    }
  }
  return halves
}

/** Counted as differences from place to place, so that a tie costs no more the larger it is; these wrap around and back. */
function unitsByPlace(blocks: readonly PlacedBlock[], rows: number, from: number, to: number): Uint32Array {
  const units = new Uint32Array((to - from) * rows)
  const steps = new Uint32Array(rows + 1)
  for (let row = from; row < to; row++) {
    const at = (row - from) * rows
    steps.fill(0)
    for (const { draws, places, ties } of blocks)
      for (let draw = 0; draw < draws; draw++) {
        const place = places[row * drawsInBlock + draw]!
        const tie = ties[draw]?.get(place)
        if (tie) shareOut(steps, place, tie, row)
        else units[at + place]! += unitsOfDraw
      }
    for (let place = 0, sum = 0; place < rows; place++) {
      sum = (sum + steps[place]!) >>> 0
      units[at + place]! += sum
    }
  }
  return units
}

/**
 * The places of a tie of n get a whole n-th of the units each; the rest goes to the row's own place in the tie and to those
 * that follow it, round and round, so that every place gets as many of it as every row.
 */
function shareOut(steps: Uint32Array, place: number, tie: Tie, row: number): void {
  const size = tie.length
  const each = Math.floor(unitsOfDraw / size)
  const rest = unitsOfDraw - each * size
  const own = positionIn(tie, row)
  add(steps, place, place + size, each)
  add(steps, place + own, place + Math.min(size, own + rest), 1)
  if (own + rest > size) add(steps, place, place + own + rest - size, 1)
}

function add(steps: Uint32Array, from: number, to: number, units: number): void {
  steps[from]! += units
  steps[to]! -= units
}

/** By halving: the rows of a tie rise. */
function positionIn(tie: Tie, row: number): number {
  let [low, high] = [0, tie.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tie[middle]! < row) low = middle + 1
    else high = middle
  }
  return low
}
