/** What the scores of ranked technologies may be: by place in the ranking, one score a draw, 0 to 100. */
export class ScoreDraws {
  readonly rows: number
  readonly draws: number
  private readonly scores: Float32Array

  constructor(rows: number, draws: number) {
    this.rows = rows
    this.draws = draws
    this.scores = new Float32Array(rows * draws)
  }

  set(row: number, draw: number, score: number): void {
    this.scores[row * this.draws + draw] = score
  }

  of(row: number): Float32Array {
    return this.scores.subarray(row * this.draws, (row + 1) * this.draws)
  }

  /** The chance that one stands above another; equal scores count half. */
  readonly chanceAbove = (row: number, other: number): number => {
    const [one, two] = [this.of(row), this.of(other)]
    let halves = 0
    for (let draw = 0; draw < this.draws; draw++)
      halves += one[draw]! > two[draw]! ? 2 : one[draw] === two[draw] ? 1 : 0
    return halves / (2 * this.draws)
  }

  /** The scores below which so large a share of the draws lies, for each share, 0 to 1. */
  quantiles(row: number, shares: readonly number[]): number[] {
    const sorted = this.of(row).toSorted()
    return shares.map((share) => sorted[Math.min(this.draws - 1, Math.floor(share * this.draws))]!)
  }
}
