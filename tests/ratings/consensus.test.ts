import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  distributionOf,
  median,
  percentInModalThird,
  quantile,
  rangeTest,
  spreadOf,
  stateOfArrival,
  stateOfConsensus,
} from '../../api/ratings/consensus.ts'

/** The 15-member panel of the RAND/UCLA manual: 4, 5, 6, five 7s, five 8s, two 9s. */
const published = [4, 5, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9]

const byRange = { consensusRule: 'disagreement', consensusThreshold: 75 } as const
const byThird = { consensusRule: 'modal-third', consensusThreshold: 75 } as const

describe('a quantile', () => {
  it.each([
    [[3], 0.3, 3],
    [[1, 9], 0.25, 3], // 1 + 8 × .25
    [[1, 2, 3, 4], 0.25, 1.75], // position 3 × .25 = .75
    [[1, 2, 3, 4], 0.5, 2.5],
    [[4, 1, 3, 2], 0.75, 3.25], // whatever their order
    [[1, 2, 3, 4, 5], 0.25, 2], // position 4 × .25 = 1
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.7, 8], // position 10 × .7 = 7, rounding errors set aside
  ])('of %j at %f is %f', (values, share, expected) => {
    expect(quantile(values, share)).toBe(expected)
  })
})

describe('the published example of 15 panel members', () => {
  it('has a median of 7', () => {
    expect(median(published)).toBe(7)
  })

  it('has its 30th and 70th percentile at 7 and 8 and shows no disagreement', () => {
    // Centre 7.5, 2.5 from the middle of the scale: 2.35 + 1.5 × 2.5 = 6.1
    expect(rangeTest(published)).toEqual({ p30: 7, p70: 8, range: 1, limit: 6.1, disagreement: false })
    expect(stateOfConsensus(published, byRange)).toBe('agreement')
  })

  it('has 12 of 15 answers in its fullest third', () => {
    expect(percentInModalThird(published)).toBe(80)
    expect(stateOfConsensus(published, byThird)).toBe('agreement')
  })

  it('is spread as it was given', () => {
    expect(spreadOf(published)).toEqual({
      lower: 7, // position 14 × .25 = 3.5: between 7 and 7
      median: 7,
      upper: 8, // position 10.5
      distribution: [0, 0, 0, 1, 1, 1, 5, 5, 2],
    })
  })
})

describe('the range test', () => {
  it.each([
    // 30th: position 1.2, 70th: 2.8. Two camps: 1 to 9, centre 5, limit 2.35.
    [[1, 1, 9, 9], true],
    [[1, 1, 5, 9, 9], true], // 1.8 → 30th 1 + .2 × 4 = 1.8; 70th 8.2; range 6.4 over 2.35
    [[5, 5, 5, 5, 5], false],
    [[3, 4, 5, 6, 7], false], // 30th 4.2, 70th 5.8: range 1.6 under 2.35
    [[2, 3, 5, 7, 8], true], // 30th 3.4, 70th 6.6: range 3.2 over 2.35
    // The same range far from the middle is no disagreement: 30th 6.2, 70th 8.8; limit 2.35 + 1.5 × 2.5
    [[5, 6, 7, 9, 8, 9], false],
  ])('of %j finds disagreement: %s', (impacts, disagreement) => {
    expect(rangeTest(impacts).disagreement).toBe(disagreement)
  })

  it('reads the same from either end of the scale', () => {
    fc.assert(
      fc.property(anyImpacts, (impacts) => {
        const mirrored = impacts.map((impact) => 10 - impact)
        expect(rangeTest(mirrored).disagreement).toBe(rangeTest(impacts).disagreement)
      }),
    )
  })
})

describe('whether a panel agrees how much', () => {
  it.each([
    ['nothing from four answers', [1, 1, 9, 9], byRange, 'too-few'],
    ['nothing from nobody', [], byThird, 'too-few'],
    ['disagreement from two camps', [1, 1, 9, 9, 9], byRange, 'disagreement'],
    ['agreement from 75 per cent in one third', [7, 8, 9, 7, 8, 9, 1, 4], byThird, 'agreement'],
    ['no agreement from less', [7, 8, 9, 7, 8, 1, 2, 4], byThird, 'disagreement'], // 5 of 8: 62.5
    [
      'agreement from 60 per cent where that is the threshold',
      [7, 8, 9, 1, 4],
      { ...byThird, consensusThreshold: 60 },
      'agreement',
    ],
    ['no agreement across the border of two thirds', [6, 6, 6, 7, 7, 7], byThird, 'disagreement'],
    ['agreement of the same answers by the range', [6, 6, 6, 7, 7, 7], byRange, 'agreement'],
  ] as const)('says %s', (_, impacts, method, expected) => {
    expect(stateOfConsensus(impacts, method)).toBe(expected)
  })
})

describe('whether a panel agrees when', () => {
  it.each([
    ['nothing from four answers', [0, 0, 3, 3], byRange, 'too-few'],
    ['agreement in two neighbouring bands', [1, 1, 1, 2, 2, 2], byRange, 'agreement'],
    ['disagreement where the middle spans three', [0, 0, 0, 2, 2, 2], byRange, 'disagreement'],
    ['agreement where only the ends are far', [0, 1, 1, 1, 1, 3], byRange, 'agreement'],
    ['no agreement from half in a band', [1, 1, 1, 2, 2, 2], byThird, 'disagreement'],
    ['agreement from four fifths in a band', [1, 1, 1, 1, 3], byThird, 'agreement'],
  ] as const)('says %s', (_, bands, method, expected) => {
    expect(stateOfArrival(bands, method)).toBe(expected)
  })
})

const anyImpacts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 })

describe('of any impacts', () => {
  it('the order in which they come changes nothing', () => {
    fc.assert(
      fc.property(
        anyImpacts.chain((impacts) =>
          fc.tuple(fc.constant(impacts), fc.shuffledSubarray(impacts, { minLength: impacts.length })),
        ),
        ([impacts, shuffled]) => {
          expect(spreadOf(shuffled)).toEqual(spreadOf(impacts))
          expect(rangeTest(shuffled)).toEqual(rangeTest(impacts))
          expect(stateOfConsensus(shuffled, byThird)).toBe(stateOfConsensus(impacts, byThird))
        },
      ),
    )
  })

  it('quartiles stand in order within the answers, and the distribution counts each once', () => {
    fc.assert(
      fc.property(anyImpacts, (impacts) => {
        const { lower, median: middle, upper, distribution } = spreadOf(impacts)
        const inOrder = [Math.min(...impacts), lower, middle, upper, Math.max(...impacts)]
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b))
        expect(distribution.reduce((a, b) => a + b, 0)).toBe(impacts.length)
        expect(distributionOf(impacts)).toEqual(distribution)
      }),
    )
  })

  it('a third of them at least is in the fullest third', () => {
    fc.assert(
      fc.property(anyImpacts, (impacts) => {
        expect(percentInModalThird(impacts)).toBeGreaterThanOrEqual(100 / 3 - 1e-9)
        expect(percentInModalThird(impacts)).toBeLessThanOrEqual(100)
      }),
    )
  })
})
