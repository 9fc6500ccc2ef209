import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Criterion, criteria, defaultMethod, type Weights, wholeWeight } from '../../api/scans/method.ts'
import { moveWeight } from '../../api/scans/move-weight.ts'
import { sumOfWeights, textOfWeights, weightsIn } from '../../api/scans/weights-text.ts'

const weights = (impact: number, reach: number, imminence: number, readiness: number): Weights => ({
  impact,
  reach,
  imminence,
  readiness,
})

const anyWeights: fc.Arbitrary<Weights> = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: wholeWeight })), { minLength: 3, maxLength: 3 })
  .map((cuts) => {
    const [a, b, c] = cuts.sort((x, y) => x - y) as [number, number, number]
    return weights(a, b - a, c - b, wholeWeight - c)
  })
const anyCriterion = fc.constantFrom<Criterion>(...criteria)
const anyGoal = fc.integer({ min: 0, max: wholeWeight })

describe('a weight that is moved', () => {
  it.each([
    // 4,000 left: 2,000 + 1,000 + 1,000 stay as they are to one another, 2 : 1 : 1.
    ['the usual weights, impact to 60%', defaultMethod.weights, 'impact', 6000, weights(6000, 2000, 1000, 1000)],
    ['impact to 20%: 8,000 as 2 : 1 : 1', defaultMethod.weights, 'impact', 2000, weights(2000, 4000, 2000, 2000)],
    // 7,000 as 6 : 1 : 1 is 5,250 + 875 + 875.
    ['reach to 30%', defaultMethod.weights, 'reach', 3000, weights(5250, 3000, 875, 875)],
    // 9,999 as 6 : 2 : 1 is 6,666 + 2,222 + 1,111.
    ['readiness to 0.01%', defaultMethod.weights, 'readiness', 1, weights(6666, 2222, 1111, 1)],
    // 9,998 as 6 : 2 : 1 is 6,665.33, 2,221.78, 1,110.89: what is missing goes to the two largest remainders.
    ['readiness to 0.02%', defaultMethod.weights, 'readiness', 2, weights(6665, 2222, 1111, 2)],
    ['all of it', defaultMethod.weights, 'imminence', 10_000, weights(0, 0, 10_000, 0)],
    ['more than all of it', defaultMethod.weights, 'imminence', 12_000, weights(0, 0, 10_000, 0)],
    ['less than nothing', defaultMethod.weights, 'impact', -5, weights(0, 5000, 2500, 2500)],
    // 1,000 evenly: 333.33 each, and the one that is missing to the first.
    ['where the others have nothing', weights(10_000, 0, 0, 0), 'impact', 9000, weights(9000, 334, 333, 333)],
  ] as const)('%s', (_, from, criterion, to, expected) => {
    expect(moveWeight(from, criterion, to)).toEqual(expected)
  })

  it('takes the usual proportions where the others have none of their own', () => {
    const from = weights(10_000, 0, 0, 0)
    expect(moveWeight(from, 'impact', 6000, defaultMethod.weights)).toEqual(defaultMethod.weights)
    expect(moveWeight(from, 'impact', 9999, weights(10_000, 0, 0, 0))).toEqual(weights(9999, 1, 0, 0))
  })

  it('leaves whole weights that sum to 10,000, each within one of its exact share, whatever is moved where', () => {
    fc.assert(
      fc.property(anyWeights, anyCriterion, anyGoal, (from, criterion, to) => {
        const next = moveWeight(from, criterion, to)
        expect(next[criterion]).toBe(to)
        expect(sumOfWeights(next)).toBe(wholeWeight)
        const others = wholeWeight - from[criterion]
        for (const other of criteria.filter((one) => one !== criterion)) {
          expect(Number.isInteger(next[other]) && next[other] >= 0).toBe(true)
          if (others > 0) expect(Math.abs(next[other] - ((wholeWeight - to) * from[other]) / others)).toBeLessThan(1)
        }
      }),
    )
  })

  it('changes nothing where it stays, and nothing of the others’ order', () => {
    fc.assert(
      fc.property(anyWeights, anyCriterion, anyGoal, (from, criterion, to) => {
        expect(moveWeight(from, criterion, from[criterion])).toEqual(from)
        const next = moveWeight(from, criterion, to)
        for (const a of criteria)
          for (const b of criteria)
            if (a !== criterion && b !== criterion && from[a] > from[b]) expect(next[a]).toBeGreaterThanOrEqual(next[b])
      }),
    )
  })
})

describe('weights in an address', () => {
  it('are read back as they were written', () => {
    fc.assert(fc.property(anyWeights, (given) => expect(weightsIn(textOfWeights(given))).toEqual(given)))
  })

  it.each([
    '',
    'impact:6000',
    'impact:6000,reach:2000,imminence:1000,readiness:1001',
    'impact:-1,reach:1,imminence:0,readiness:10000',
  ])('are none in “%s”', (text) => expect(weightsIn(text)).toBeNull())
})
