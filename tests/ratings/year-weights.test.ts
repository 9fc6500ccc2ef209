import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { openLens } from '../../api/ranking/lens.ts'
import { yearPooler } from '../../api/ranking/median-year.ts'
import { bandOfArrival, yearsByShare } from '../../api/ratings/year-weights.ts'
import { defaultMethod } from '../../api/scans/method.ts'
import { anyAnswer } from '../support/any-panel.ts'
import { givenPanel, horizon, yes } from '../support/given-panel.ts'

const arrivalsOf = (...when: Parameters<typeof yes>[1][]) => when.map((one) => yes(5, one).arrival!)

describe('the years by which shares of the answers have come', () => {
  it.each([
    // 2026, 2027, 2028 a third each: a quarter by 2026, half by 2027
    [[0], [2026, 2027, 2028]],
    // Five middle years: quarters of five answers lie in the 2nd, 3rd and 4th
    [[2028, 2029, 2031, 2033, 2040].map((p50): [number, number, number] => [p50, p50, p50]), [2029, 2031, 2033]],
    // "After" is spread over 2037 to 2046
    [
      [3, 3],
      [2039, 2041, 2044],
    ], // ten years: 2.5, 5 and 7.5 of them
    [
      [null, 1],
      [2029, 2030, 2031],
    ],
  ] as const)('of %j are %j', (when, expected) => {
    const arrivals = arrivalsOf(...(when as Parameters<typeof arrivalsOf>))
    expect(yearsByShare(arrivals, [0.25, 0.5, 0.75], defaultMethod, horizon)).toEqual(expected)
  })

  it('are not there where nobody says when', () => {
    expect(yearsByShare(arrivalsOf(null, null), [0.5], defaultMethod, horizon)).toBeNull()
  })

  it('are those that the ranking finds in its columns', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 8 }), (answers) => {
        const people = Object.fromEntries(answers.map((answer, i) => [`p${i}`, answer]))
        const input = givenPanel({ specialisms: { s: 'g' }, technologies: { t: { asked: { s: people } } } })
        const lens = openLens({ kind: 'all' }, input.specialisms)
        const pooled = yearPooler(input.tallies, lens, input.method, input.horizon)(0)
        const arrivals = answers.flatMap(({ arrival }) => arrival ?? [])
        const years = yearsByShare(arrivals, [0.1, 0.5, 0.9], input.method, input.horizon)
        expect(years).toEqual(pooled && [pooled.early, pooled.middle, pooled.late])
      }),
    )
  })
})

describe('the band of an answer', () => {
  it.each([
    [2, 2],
    [[2026, 2028, 2040], 0],
    [[2020, 2037, 2040], 3],
    [[2010, 2020, 2040], 0], // before the start belongs to the first
    [null, null],
  ] as const)('of %j is %j', (when, band) => {
    expect(bandOfArrival(yes(5, when as Parameters<typeof yes>[1]).arrival!, defaultMethod, horizon)).toBe(band)
  })
})
