import { describe, expect, it } from '@jest/globals'
import { Chance } from '../../api/ranking/chance.ts'
import { stretchOf } from '../../api/ranking/cut-scale.ts'

/** What two people who agree to this degree would answer: how their covariance shrinks where answers end. */
function shrinking(mean: number, deviation: number): number {
  const chance = new Chance(1)
  const answer = (thought: number) => Math.min(9, Math.max(1, Math.round(thought)))
  const pairs = Array.from({ length: 40_000 }, () => {
    const [common, one, two] = [chance.normal(), chance.normal(), chance.normal()]
    const thought = (own: number) => mean + deviation * (Math.sqrt(0.3) * common + Math.sqrt(0.7) * own)
    return [answer(thought(one)), answer(thought(two))] as const
  })
  const average = (of: (pair: readonly [number, number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length
  const covariance = average(([a, b]) => a * b) - average(([a]) => a) * average(([, b]) => b)
  const stretch = stretchOf(Float64Array.from(pairs, ([a]) => a))
  return (stretch * covariance) / (0.3 * deviation * deviation)
}

describe('what the ends of the scale take away', () => {
  it.each([
    [5, 1],
    [5, 2.4],
    [5, 3.1],
    [7, 2],
  ])('is given back: thoughts about %d, differing by %d', (mean, deviation) => {
    expect(Math.abs(shrinking(mean, deviation) - 1)).toBeLessThan(0.06)
  })

  it('is nothing where nobody comes near them, or all say the same, and never more than as much again', () => {
    expect(stretchOf(Float64Array.of(4, 5, 5, 6, 5, 4, 6))).toBeLessThan(1.03)
    expect(stretchOf(Float64Array.of(9, 9, 9))).toBe(1)
    expect(stretchOf(new Float64Array())).toBe(1)
    expect(stretchOf(Float64Array.of(1, 9, 1, 9, 9, 1))).toBe(2)
  })
})
