import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { byStart, firstYear, startBy } from '../../api/reviews/start-by.ts'

describe('the year to start by', () => {
  it('is the year it could be as early as, less the years needed', () => {
    // 2031 − 3
    expect(startBy(firstYear({ middle: 2034, early: 2031 }), 3)).toEqual({ year: 2028, from: 2031, basis: 'early' })
  })

  it('counts back from the middle year, and says so, where fewer than five answers say when', () => {
    expect(startBy(firstYear({ middle: 2034, early: null }), 3)).toEqual({ year: 2031, from: 2034, basis: 'middle' })
  })

  it('is not known without the panel’s years, or without the years needed', () => {
    expect(startBy(firstYear(null), 3)).toEqual({ year: null, from: null, basis: 'unknown' })
    expect(startBy(firstYear({ middle: 2034, early: 2031 }), null).year).toBeNull()
  })

  it('may lie in the past', () => {
    expect(startBy(firstYear({ middle: 2027, early: 2026 }), 5).year).toBe(2021)
  })

  it('is never later where more years are needed', () => {
    const years = fc.record({ middle: fc.integer({ min: 2000, max: 2100 }), early: fc.constant(null) })
    const needed = fc.integer({ min: 0, max: 20 })
    fc.assert(
      fc.property(years, needed, needed, (expected, a, b) => {
        const [few, many] = [Math.min(a, b), Math.max(a, b)].map((n) => startBy(firstYear(expected), n).year!)
        expect(many!).toBeLessThanOrEqual(few!)
      }),
    )
  })
})

describe('reviews by the year to start by', () => {
  const review = (name: string, year: number | null) => ({
    technology: { id: name, name },
    startBy: { year, from: null, basis: 'early' as const },
  })

  it('stand soonest first, the unknown last, within a year by name', () => {
    const shuffled = [review('D', null), review('B', 2030), review('C', 2026), review('A', 2030)]
    expect(shuffled.toSorted(byStart).map(({ technology }) => technology.name)).toEqual(['C', 'A', 'B', 'D'])
  })

  it('stand in the same order however they came', () => {
    const any = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', 'E'), fc.constantFrom(2026, 2030, null)))
    fc.assert(
      fc.property(any, (list) => {
        const reviews = list.map(([name, year], i) => ({ ...review(name, year), technology: { id: String(i), name } }))
        expect(reviews.toReversed().toSorted(byStart)).toEqual(reviews.toSorted(byStart))
      }),
    )
  })
})
