import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { alphaOf, type Metric } from '../../api/ratings/agreement.ts'

const x = null

/** Krippendorff 2011: four observers (rows), twelve units (columns), some values missing. */
const published = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, x, x, x],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, x, 3],
  [x, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, x],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, x],
]

function unitsOf(observers: (number | null)[][]): number[][] {
  return observers[0]!.map((_, unit) => observers.map((values) => values[unit]!).filter((value) => value !== null))
}

describe('Krippendorff’s alpha', () => {
  it.each<[Metric, number]>([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
  ])('of the published example is, by a %s metric, %f', (metric, expected) => {
    expect(alphaOf(unitsOf(published), metric)!.toFixed(3)).toBe(String(expected))
  })

  it('is 1 where all agree on things that differ', () => {
    expect(
      alphaOf([
        [1, 1, 1],
        [9, 9],
        [5, 5, 5, 5],
      ]),
    ).toBe(1)
  })

  it('is below 0 where answers are more unlike than chance', () => {
    // Coincidences 1–2 and 2–1: 4; n 4; α = 1 − 3 × 2 ⁄ (2 × 2)
    expect(
      alphaOf(
        [
          [1, 2],
          [2, 1],
        ],
        'nominal',
      ),
    ).toBe(-0.5)
  })

  it.each([
    ['there is nothing', []],
    ['nobody answered what another did', [[1], [9], []]],
    [
      'every answer is the same, so that nothing is told apart',
      [
        [5, 5],
        [5, 5, 5],
      ],
    ],
  ])('has nothing to say where %s', (_, units) => {
    expect(alphaOf(units)).toBeNull()
  })

  it('takes no notice of an item that one alone has answered', () => {
    expect(alphaOf([...unitsOf(published), [7], []])).toBe(alphaOf(unitsOf(published)))
  })
})

const anyUnits = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 6 }), { maxLength: 12 })

describe('of any answers, alpha', () => {
  it('is at most 1 and the same in any order of items and people', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const alpha = alphaOf(units)
        const turned = alphaOf(units.toReversed().map((unit) => unit.toReversed()))
        if (alpha === null) return expect(turned).toBeNull()
        expect(alpha).toBeLessThanOrEqual(1 + 1e-9)
        expect(turned).toBeCloseTo(alpha, 9)
      }),
    )
  })

  it('is, by ranks, the same from either end of the scale', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const alpha = alphaOf(units)
        const mirrored = alphaOf(units.map((unit) => unit.map((value) => 10 - value)))
        expect(mirrored === null).toBe(alpha === null)
        if (alpha !== null) expect(mirrored).toBeCloseTo(alpha, 9)
      }),
    )
  })

  it('is what pairing every two answers one by one gives', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const alpha = alphaOf(units, 'interval')
        if (alpha !== null) expect(alpha).toBeCloseTo(alphaByPairs(units), 9)
      }),
    )
  })
})

/** 1 − Do ⁄ De by interval, straight from the definition: all pairs within items against all pairs at all. */
function alphaByPairs(units: number[][]): number {
  const pairable = units.filter((unit) => unit.length > 1)
  const all = pairable.flat()
  const squares = (values: number[]) => {
    let sum = 0
    for (const a of values) for (const b of values) sum += (a - b) ** 2
    return sum
  }
  const observed = pairable.reduce((sum, unit) => sum + squares(unit) / (unit.length - 1), 0) / all.length
  return 1 - observed / (squares(all) / (all.length * (all.length - 1)))
}
