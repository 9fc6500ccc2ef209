import { describe, expect, it } from '@jest/globals'
import type { Lens } from '../../api/ranking/lens.ts'
import { openLens } from '../../api/ranking/lens.ts'
import { yearPooler } from '../../api/ranking/median-year.ts'
import { rank, spreadOf } from '../../api/ranking/rank.ts'
import type { Answer } from '../../api/ratings/rating.ts'
import { type Asked, already, givenPanel, horizon, no, yes } from '../support/given-panel.ts'

/** The pooled years of one technology, from these answers of cardiac science or of several specialisms. */
function yearsOf(given: Answer[] | Asked, lens: Lens = { kind: 'all' }) {
  const asked = Array.isArray(given)
    ? { cardiac: Object.fromEntries(given.map((answer, i) => [`p${i}`, answer])) }
    : given
  const input = givenPanel({
    specialisms: { cardiac: 'phys', genomics: 'lab' },
    technologies: { pacemaker: { asked } },
  })
  return yearPooler(input.tallies, openLens(lens, input.specialisms), input.method, horizon)(0)
}

describe('the middle year of a technology', () => {
  it('spreads a band answer evenly over the years of its band', () => {
    // Weights by year, in thirtieths: 2026 to 2031 ten each, 2032 to 2036 six each; 90 in all.
    expect(yearsOf([yes(5, 0), yes(5, 1), yes(5, 2)])).toEqual({
      middle: 2030, // 10, 20, 30, 40, 50 ≥ 45
      early: 2026, // 10 ≥ 9
      late: 2035, // 60, 66, 72, 78, 84 ≥ 81
      answers: 3,
      byBand: [1, 1, 1, 0],
    })
  })

  it('spreads "after" over ten years', () => {
    // 2032 to 2036 six each, 2037 to 2046 twice three each: 90 in all.
    expect(yearsOf([yes(5, 2), yes(5, 3), yes(5, 3)])).toMatchObject({
      middle: 2039, // 30, 36, 42, 48 ≥ 45
      late: 2045, // 30 + 9 × 6 = 84 ≥ 81
    })
  })

  it('takes three years at their middle', () => {
    expect(yearsOf([yes(5, [2027, 2029, 2040]), yes(5, [2028, 2033, 2040]), yes(5, [2026, 2035, 2036])])).toEqual({
      middle: 2033,
      early: 2029,
      late: 2035,
      answers: 3,
      byBand: [0, 1, 2, 0],
    })
  })

  it('counts a band answer and three years once each', () => {
    // 2027 thirty, 2029 to 2031 twenty each (two answers of ten): 90 in all.
    expect(yearsOf([yes(5, [2026, 2027, 2028]), yes(5, 1), yes(5, 1)])).toMatchObject({ middle: 2029 }) // 30, 50 ≥ 45
  })

  it('may lie before the start of the scan', () => {
    expect(yearsOf([yes(5, [2016, 2016, 2030])])).toMatchObject({ middle: 2016, byBand: [1, 0, 0, 0] })
  })

  it('may lie as late as fifty years after it', () => {
    expect(yearsOf([yes(5, [2030, 2076, 2076])])).toMatchObject({ middle: 2076, byBand: [0, 0, 0, 1] })
  })

  it('leaves out those who cannot say and those whose service does not change', () => {
    expect(yearsOf([yes(5, 0), yes(5, null), no, already])).toMatchObject({ middle: 2027, answers: 1 }) // 10, 20 ≥ 15
  })

  it('is not known where nobody says when', () => {
    expect(yearsOf([yes(5, null), no])).toBeNull()
    expect(yearsOf([])).toBeNull()
  })

  it('is that of the lens', () => {
    const asked = { cardiac: { ann: yes(5, [2027, 2028, 2029]) }, genomics: { ben: yes(5, [2033, 2034, 2035]) } }
    expect(yearsOf(asked, { kind: 'specialism', id: 'cardiac' })?.middle).toBe(2028)
    expect(yearsOf(asked, { kind: 'grouping', id: 'lab' })?.middle).toBe(2034)
  })

  it('counts each answer once, whatever its specialism’s headcount', () => {
    const input = givenPanel({
      specialisms: { cardiac: { grouping: 'phys', headcount: 1000 }, genomics: { grouping: 'lab', headcount: 1 } },
      technologies: {
        pacemaker: {
          asked: {
            cardiac: { ann: yes(5, [2026, 2027, 2028]) },
            genomics: { ben: yes(5, [2033, 2034, 2035]), cat: yes(5, [2033, 2034, 2035]) },
          },
        },
      },
    })
    expect(rank(input, { kind: 'all' }).ranked[0]?.years.middle).toBe(2034)
  })
})

describe('the early and the late year', () => {
  const answers = (count: number) => yearsOf(Array.from({ length: count }, (_, i) => yes(5, i % 3)))!

  it('are not shown for four answers', () => {
    expect(spreadOf(answers(4))).toBeNull()
  })

  it('are shown from five answers up', () => {
    // Bands 0, 1, 2, 0, 1: 2026 to 2031 twenty each, 2032 to 2036 six each; 150 in all.
    expect(spreadOf(answers(5))).toEqual({
      early: 2026, // 20 ≥ 15
      late: 2034, // 120, 126, 132, 138 ≥ 135
    })
  })
})
