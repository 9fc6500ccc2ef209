/** How far apart two values are: different or not, by the ranks between them, or by their distance. */
export type Metric = 'nominal' | 'ordinal' | 'interval'

/**
 * Krippendorff's alpha: 1 where all agree, 0 where they agree as if by chance, below 0 where they agree less than that
 * (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"). `units` holds the values that each item was given, in
 * any order; a missing answer is left out, and an item with one value says nothing. Null where no item has two values, or all
 * values of all items are the same, so that there is nothing to tell apart. Work grows as items × different values².
 */
export function alphaOf(units: readonly (readonly number[])[], metric: Metric = 'ordinal'): number | null {
  const pairable = units.filter((unit) => unit.length > 1)
  const values = [...new Set(pairable.flat())].sort((a, b) => a - b)
  if (values.length < 2) return null
  const coincidences = coincidencesOf(pairable, values)
  const totals = coincidences.map(sum)
  const distance = distancesOf(metric, values, totals)
  const n = sum(totals)
  let observed = 0
  let expected = 0
  for (let c = 0; c < values.length; c++)
    for (let k = c + 1; k < values.length; k++) {
      const squared = distance(c, k) ** 2
      observed += coincidences[c]![k]! * squared
      expected += totals[c]! * totals[k]! * squared
    }
  return 1 - ((n - 1) * observed) / expected
}

/** For each two values, how often an item has them side by side; each item counts as many times as it has values. */
function coincidencesOf(units: readonly (readonly number[])[], values: readonly number[]): number[][] {
  const position = new Map(values.map((value, i) => [value, i]))
  const coincidences = values.map(() => new Array<number>(values.length).fill(0))
  for (const unit of units) {
    const counts = new Array<number>(values.length).fill(0)
    for (const value of unit) counts[position.get(value)!]!++
    for (let c = 0; c < values.length; c++)
      for (let k = 0; k < values.length; k++)
        coincidences[c]![k]! += (counts[c]! * (counts[k]! - (c === k ? 1 : 0))) / (unit.length - 1)
  }
  return coincidences
}

/** The distance between two values, by their positions, the lower first. */
function distancesOf(metric: Metric, values: readonly number[], totals: readonly number[]) {
  if (metric === 'nominal') return () => 1
  if (metric === 'interval') return (c: number, k: number) => values[k]! - values[c]!
  const upTo = totals.map((_, i) => sum(totals.slice(0, i + 1)))
  // All that lies from one to the other, of the two themselves a half.
  return (c: number, k: number) => upTo[k]! - upTo[c]! + (totals[c]! - totals[k]!) / 2
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}
