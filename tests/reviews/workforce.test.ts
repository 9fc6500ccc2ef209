import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Estimate, middleYear, shareAffected, weightingOf } from '../../api/reviews/workforce.ts'

const share = (low: number, best: number, high: number) => ({ low, best, high })
const cardiac: Estimate = { headcount: 300, middle: share(10, 20, 30), end: share(40, 60, 80) }
const sleep: Estimate = { headcount: 100, middle: share(0, 10, 20), end: share(20, 40, 50) }

describe('the share of the workforce affected', () => {
  it('is averaged plainly over specialisms', () => {
    // (10 + 0) ⁄ 2, (20 + 10) ⁄ 2, (30 + 20) ⁄ 2; (40 + 20) ⁄ 2, (60 + 40) ⁄ 2, (80 + 50) ⁄ 2
    expect(shareAffected([cardiac, sleep], 'plain')).toEqual({ middle: share(5, 15, 25), end: share(30, 50, 65) })
  })

  it('weighs specialisms by their headcount', () => {
    // (3·10 + 0) ⁄ 4 = 7.5, (3·20 + 10) ⁄ 4 = 17.5, (3·30 + 20) ⁄ 4 = 27.5; (120 + 20) ⁄ 4, (180 + 40) ⁄ 4, (240 + 50) ⁄ 4 = 72.5
    const expected = { middle: share(8, 18, 28), end: share(35, 55, 73) }
    expect(shareAffected([cardiac, sleep], 'headcount')).toEqual(expected)
  })

  it('is averaged plainly where nobody works in any of them', () => {
    const empty = [cardiac, sleep].map((one) => ({ ...one, headcount: 0 }))
    expect(shareAffected(empty, 'headcount')).toEqual(shareAffected([cardiac, sleep], 'plain'))
  })

  const anyShare = fc
    .array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 })
    .map((three) => three.sort((a, b) => a - b))
    .map(([low, best, high]) => share(low!, best!, high!))
  const anyEstimate = fc.record({ headcount: fc.integer({ min: 0, max: 9_000 }), middle: anyShare, end: anyShare })

  it('stays in order, within what was said, and the same in any order', () => {
    fc.assert(
      fc.property(
        fc.array(anyEstimate, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('plain' as const, 'headcount' as const),
        (estimates, weighting) => {
          const { middle, end } = shareAffected(estimates, weighting)
          for (const [moment, said] of Object.entries({ middle, end })) {
            const all = estimates.map((one) => one[moment as 'middle' | 'end'])
            expect(said.low <= said.best && said.best <= said.high).toBe(true)
            expect(said.low).toBeGreaterThanOrEqual(Math.min(...all.map(({ low }) => low)))
            expect(said.high).toBeLessThanOrEqual(Math.max(...all.map(({ high }) => high)))
          }
          expect(shareAffected(estimates.toReversed(), weighting)).toEqual({ middle, end })
        },
      ),
    )
  })

  it('of one specialism is what it said', () => {
    fc.assert(
      fc.property(anyEstimate, ({ headcount, middle, end }) => {
        expect(shareAffected([{ headcount, middle, end }], 'headcount')).toEqual({ middle, end })
      }),
    )
  })
})

describe('the weighting', () => {
  it('is by headcount only where the scan holds one for every specialism', () => {
    expect(weightingOf([{ headcount: 3 }, { headcount: 0 }])).toBe('headcount')
    expect(weightingOf([{ headcount: 3 }, { headcount: null }])).toBe('plain')
    expect(weightingOf([{ headcount: 0 }])).toBe('plain')
    expect(weightingOf([])).toBe('plain')
  })
})

describe('the middle of a horizon', () => {
  it('is the earlier year where there are two', () => {
    expect([middleYear(2026, 2036), middleYear(2026, 2031)]).toEqual([2031, 2028])
  })
})
