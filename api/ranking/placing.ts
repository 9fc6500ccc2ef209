/** Rows (rising) that share a place in one draw. */
export type Tie = Uint32Array

/** By name: looked up once, not at every score. */
const { floor } = Math

/** A score made whole, so that scores are compared rounded to 1e-9, as everywhere. Takes points of 0 to 100. */
export const comparable = (score: number) => floor(score * 1e9 + 0.5)

/**
 * Puts the rows of a draw in order, highest first: into so many buckets by score that most hold one or none, then by insertion,
 * which has little left to do. Equal scores stay in the order of the rows.
 */
export class Placing {
  private readonly rows: number
  private readonly buckets: number
  private readonly start: Uint32Array
  private readonly bucketOf: Uint32Array
  private readonly order: Uint32Array
  private readonly sorted: Float64Array

  constructor(rows: number) {
    this.rows = rows
    this.buckets = Math.max(16, 2 * rows)
    this.start = new Uint32Array(this.buckets + 2)
    this.bucketOf = new Uint32Array(rows)
    this.order = new Uint32Array(rows)
    this.sorted = new Float64Array(rows)
  }

  /**
   * Writes the places of a draw, from 0 up, 1-2-2-4, to `places`: that of row r to `at + r · step`. Returns the ties by their place,
   * or undefined where there are none.
   */
  place(
    scores: Float64Array,
    places: Uint32Array | Uint16Array,
    at: number,
    step: number,
  ): Map<number, Tie> | undefined {
    this.sort(scores)
    const { rows, order, sorted } = this
    let ties: Map<number, Tie> | undefined
    let first = 0
    for (let i = 0; i < rows; i++) {
      if (i > 0 && sorted[i] !== sorted[i - 1]) first = i
      places[at + order[i]! * step] = first
      const endsTie = i > first && (i + 1 === rows || sorted[i + 1] !== sorted[i])
      if (!endsTie) continue
      ties ??= new Map()
      ties.set(first, order.slice(first, i + 1))
    }
    return ties
  }

  private sort(scores: Float64Array): void {
    const { rows, start, bucketOf, order, sorted } = this
    this.fillBuckets(scores)
    for (let row = 0; row < rows; row++) {
      const to = start[bucketOf[row]!]!++
      order[to] = row
      sorted[to] = scores[row]!
    }
    for (let i = 1; i < rows; i++) {
      const score = sorted[i]!
      if (sorted[i - 1]! >= score) continue
      const row = order[i]!
      let to = i
      for (; to > 0 && sorted[to - 1]! < score; to--) {
        sorted[to] = sorted[to - 1]!
        order[to] = order[to - 1]!
      }
      sorted[to] = score
      order[to] = row
    }
  }

  /** Counts by bucket, then where each begins. */
  private fillBuckets(scores: Float64Array): void {
    const { rows, buckets, start, bucketOf } = this
    let least = Number.POSITIVE_INFINITY
    let most = Number.NEGATIVE_INFINITY
    for (let row = 0; row < rows; row++) {
      const score = scores[row]!
      if (score < least) least = score
      if (score > most) most = score
    }
    const scale = most > least ? (buckets - 1) / (most - least) : 0
    start.fill(0)
    for (let row = 0; row < rows; row++) {
      const bucket = ((most - scores[row]!) * scale) | 0
      bucketOf[row] = bucket
      start[bucket + 1]!++
    }
    for (let bucket = 1; bucket <= buckets; bucket++) start[bucket]! += start[bucket - 1]!
  }
}
