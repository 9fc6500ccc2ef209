/** How far down a list is looked at as a whole by a board. */
export const firstTen = 10

/** By technology number: the place; 0 where it has none. Scores are compared as they are; `Number.NaN` is none. */
export type Places = Uint32Array

/** Places 1-2-2-4 for scores by technology number: one more than how many stand above. */
export function placesByScore(scores: Float64Array): Places {
  const rising = scores.filter((score) => !Number.isNaN(score)).sort()
  return Uint32Array.from(scores, (score) => (Number.isNaN(score) ? 0 : rising.length - notAbove(rising, score) + 1))
}

/** How many of the rising scores are not above this one. */
function notAbove(rising: Float64Array, score: number): number {
  let low = 0
  let high = rising.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (rising[middle]! <= score) low = middle + 1
    else high = middle
  }
  return low
}

export const isInFirstTen = (place: number) => place > 0 && place <= firstTen

/** How a place moves, in words that tell no number: by two places at most, by nine at most, or further. */
export const moves = ['hardly', 'some', 'far'] as const
export type Moves = (typeof moves)[number]

/** What leaving out one after another does to places, without saying which one did. */
export class Shifts {
  private readonly before: Places
  /** By technology number: 1 where some left-out one takes it into the first ten, or out of them. */
  private readonly crosses: Uint8Array
  private readonly farthest: Float64Array

  constructor(before: Places) {
    this.before = before
    this.crosses = new Uint8Array(before.length)
    this.farthest = new Float64Array(before.length)
  }

  add(after: Places): void {
    const { before, crosses, farthest } = this
    for (let k = 0; k < before.length; k++) {
      if (isInFirstTen(before[k]!) !== isInFirstTen(after[k]!)) crosses[k] = 1
      const lost = (before[k] === 0) !== (after[k] === 0)
      const moved = lost ? Number.POSITIVE_INFINITY : Math.abs(after[k]! - before[k]!)
      if (moved > farthest[k]!) farthest[k] = moved
    }
  }

  of(technology: number): { crosses: boolean; moves: Moves } {
    const moved = this.farthest[technology]!
    return { crosses: this.crosses[technology] === 1, moves: moved <= 2 ? 'hardly' : moved <= 9 ? 'some' : 'far' }
  }
}
