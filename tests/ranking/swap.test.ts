import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { contributionsOf, scoreOf, sharesOf, type Values } from '../../api/ranking/score.ts'
import { crossingOf, smallestSwap } from '../../api/ranking/swap.ts'
import { type Criterion, criteria, defaultMethod, type Weights, wholeWeight } from '../../api/scans/method.ts'
import { moveWeight, othersOf } from '../../api/scans/move-weight.ts'

const usual = defaultMethod.weights
const many = 30
const values = (impact: number, reach: number, imminence: number, readiness: number): Values => ({
  impact,
  reach,
  imminence,
  readiness,
})

const scoreBy = (of: Values, weights: Weights, size = many) => scoreOf(contributionsOf(of, sharesOf(weights, size)))

describe('the smallest change of one weight that swaps two technologies', () => {
  it('is where their scores are level, and the whole weight beyond', () => {
    const above = values(0.6, 0.5, 0.5, 0.5)
    const below = values(0.5, 0.5, 0.9, 0.5)
    // Scores by the usual weights: 36 + 10 + 5 + 5 = 56, and 30 + 10 + 9 + 5 = 54.
    expect([scoreBy(above, usual), scoreBy(below, usual)]).toEqual([56, 54])

    const change = smallestSwap(above, below, usual, many)!

    // On how soon below is ahead by 0.4; on the others, as 6 : 2 : 1, above is by 0.6 / 9 = 0.0667. Level at t with
    // 0.4 t = 0.0667 (1 − t): t = 1/7, which is 1,428.57; from 1,000 to 1,429 is 429.
    // By impact: −0.1 t and, as 2 : 1 : 1, 0.1 (1 − t) for below: level at 1/2, 1,000 down to 4,999: 1,001.
    expect(change.criterion).toBe('imminence')
    expect(change.crossing).toBeCloseTo(10_000 / 7, 9)
    expect(change).toMatchObject({
      from: 1000,
      to: 1429,
      weights: { impact: 5714, reach: 1905, imminence: 1429, readiness: 952 },
    })
  })

  it('goes down where that is nearer', () => {
    const above = values(0.6, 0.5, 0.5, 0.6)
    const below = values(0.6, 0.6, 0.5, 0.3)
    // Above is ahead by 0.03 on stage of development at 10%, behind by 0.02 on how widespread at 20%: level where the
    // one weighs a third of the other, at 625 (with 6 : 2 : 1 for the rest: 2 / 9 · 0.1 (1 − t) = 0.3 t, t = 0.0689655).
    const change = smallestSwap(above, below, usual, many)!
    expect(change.criterion).toBe('readiness')
    expect(change.crossing).toBeCloseTo(10_000 * (0.2 / 9 / (0.3 + 0.2 / 9)), 6)
    expect(change.to).toBe(689)
  })

  it('is none where the one is ahead on everything', () => {
    expect(smallestSwap(values(0.6, 0.6, 0.6, 0.6), values(0.5, 0.5, 0.6, 0.5), usual, many)).toBeNull()
  })

  it('is none by reach where one specialism is looked at by itself', () => {
    const above = values(0.6, 0.1, 0.5, 0.5)
    const below = values(0.5, 0.9, 0.5, 0.5)
    expect(smallestSwap(above, below, usual, 1)).toBeNull()
  })

  it('counts a stage of development that is not set as nothing, as the score does', () => {
    const weights = { impact: 8000, reach: 1000, imminence: 1000, readiness: 0 }
    const change = smallestSwap(
      { ...values(0.6, 0.5, 0.5, 0), readiness: null },
      values(0.5, 0.5, 0.5, 0.5),
      weights,
      many,
    )
    expect(change?.criterion).toBe('readiness')
    // The other weights as 8 : 1 : 1, above is ahead by 0.08: level at 0.08 ⁄ 0.58.
    expect(change?.crossing).toBeCloseTo(10_000 * (0.08 / 0.58), 6)
  })
})

const anyValue = fc.integer({ min: 0, max: 72 }).map((part) => part / 72)
const anyValues = fc.tuple(anyValue, anyValue, anyValue, anyValue).map((four) => values(...four))
const anyWeights: fc.Arbitrary<Weights> = fc
  .tuple(fc.nat(3000), fc.nat(3000), fc.nat(3000))
  .map(([reach, imminence, readiness]) => ({
    impact: wholeWeight - reach - imminence - readiness,
    reach,
    imminence,
    readiness,
  }))
const anySize = fc.constantFrom(1, 2, many)

/** Two technologies, the one with the higher score first. */
const anyTwo = fc
  .record({ a: anyValues, b: anyValues, weights: anyWeights, size: anySize })
  .map(({ a, b, weights, size }) => {
    const isOrdered = scoreBy(a, weights, size) >= scoreBy(b, weights, size)
    return { above: isOrdered ? a : b, below: isOrdered ? b : a, weights, size }
  })
  .filter(({ above, below, weights, size }) => scoreBy(above, weights, size) > scoreBy(below, weights, size))

describe('of any two technologies and weights', () => {
  it('the ranking made again swaps them at the weights told, and one basis point nearer leaves them or is nearer than where they are level', () => {
    fc.assert(
      fc.property(anyTwo, ({ above, below, weights, size }) => {
        const change = smallestSwap(above, below, weights, size)
        if (!change) return
        const { criterion, from, to, crossing } = change
        expect(change.weights).toEqual(moveWeight(weights, criterion, to))
        expect(scoreBy(below, change.weights, size)).toBeGreaterThan(scoreBy(above, change.weights, size))
        const nearer = to > from ? to - 1 : to + 1
        const isPastLevel = to > from ? nearer >= crossing : nearer <= crossing
        const before = moveWeight(weights, criterion, nearer)
        if (isPastLevel) expect(scoreBy(below, before, size)).toBeLessThanOrEqual(scoreBy(above, before, size))
      }),
      { numRuns: 500 },
    )
  })

  it('with weights that are not whole they are level exactly there, ordered on either side', () => {
    const exact = (of: Values, weights: Weights, criterion: Criterion, at: number, size: number) => {
      const parts = othersOf(weights, criterion)
      const all = criteria.reduce((sum, one) => sum + parts[one], 0)
      const part = (one: Criterion) => (one === criterion ? at : ((wholeWeight - at) * parts[one]) / all)
      return criteria
        .filter((one) => size > 1 || one !== 'reach')
        .reduce((sum, one) => sum + (part(one) / 100) * (of[one] ?? 0), 0)
    }
    fc.assert(
      fc.property(anyTwo, ({ above, below, weights, size }) => {
        for (const criterion of criteria) {
          if (size === 1 && criterion === 'reach') continue
          const crossing = crossingOf(criterion, above, below, weights, size)
          const ahead = (at: number) =>
            exact(above, weights, criterion, at, size) - exact(below, weights, criterion, at, size)
          if (crossing === null) {
            // Never level, so ahead at both ends as it is now.
            expect(ahead(0)).toBeGreaterThan(-1e-9)
            expect(ahead(wholeWeight)).toBeGreaterThan(-1e-9)
            continue
          }
          expect(Math.abs(ahead(crossing))).toBeLessThan(1e-9)
          const side = Math.sign(weights[criterion] - crossing)
          expect(ahead(crossing + side)).toBeGreaterThan(-1e-9)
          expect(ahead(crossing - side)).toBeLessThan(1e-9)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('no change of a single weight by less swaps them, whichever is moved', () => {
    fc.assert(
      fc.property(anyTwo, ({ above, below, weights, size }) => {
        const change = smallestSwap(above, below, weights, size)
        const way = change ? Math.abs(change.to - change.from) : wholeWeight
        for (const criterion of criteria)
          for (const by of [0.25, 0.5, 0.9].flatMap((part) => [part * way - 4, 4 - part * way])) {
            const to = Math.round(weights[criterion] + by)
            if (to < 0 || to > wholeWeight || Math.abs(by) >= way) continue
            // Rounding to whole weights may blur two that are all but level.
            const ahead =
              scoreBy(above, moveWeight(weights, criterion, to), size) -
              scoreBy(below, moveWeight(weights, criterion, to), size)
            expect(ahead).toBeGreaterThan(-0.03)
          }
      }),
      { numRuns: 200 },
    )
  })
})
