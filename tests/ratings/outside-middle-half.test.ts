import { describe, expect, it } from '@jest/globals'
import { isOutside, outsideMiddleHalf, type SeenPanel } from '../../api/ratings/outside-middle-half.ts'
import type { Answer } from '../../api/ratings/rating.ts'
import { bandsOf, defaultMethod } from '../../api/scans/method.ts'
import { already, cannotJudge, horizon, no, withdrawn, yes } from '../support/given-panel.ts'

const bands = bandsOf(defaultMethod, horizon)

/** A panel whose middle half is 4 to 6.5 and 2029 to 2033; five say Yes and one No. */
const panel: SeenPanel = {
  here: {
    impact: { lower: 4, median: 5, upper: 6.5, distribution: [] },
    stances: { rated: 5, notAffected: 1, already: 0, cannotJudge: 2 },
  },
  arrival: { years: { lower: 2029, median: 2030, upper: 2033 } },
}

const outside = (answer: Answer, seen = panel) => outsideMiddleHalf(answer, seen, bands)

describe('an answer’s impact', () => {
  it.each([
    [3, true],
    [4, false], // on the quartile is inside
    [6, false],
    [7, true],
  ])('of %i is outside the middle half: %s', (impact, expected) => {
    expect(outside(yes(impact, null))).toEqual({ impact: expected, arrival: false, stance: false })
  })
})

describe('an answer’s year', () => {
  it.each([
    ['first band ends in 2028', 0, true],
    ['2029 to 2031 lies within', 1, false],
    ['2032 to 2036 overlaps', 2, false],
    ['after 2036 begins too late', 3, true],
    ['2028 is too early', [2027, 2028, 2029], true],
    ['2029 is on the quartile', [2027, 2029, 2031], false],
    ['2034 is too late', [2030, 2034, 2040], true],
    ['nobody is asked to explain that they can’t say', null, false],
  ] as const)('is outside or not: %s', (_, when, expected) => {
    expect(outside(yes(5, when as Parameters<typeof yes>[1])).arrival).toBe(expected)
  })

  it('counts a year before the scan’s start to the first band', () => {
    const early = { ...panel, arrival: { years: { lower: 2018, median: 2019, upper: 2020 } } }
    expect(outside(yes(5, 0), early).arrival).toBe(false)
    expect(outside(yes(5, 1), early).arrival).toBe(true)
  })
})

describe('an answer’s stance', () => {
  it.each([
    ['a No where five of six say Yes', no, true],
    ['“already” likewise', already, true],
    ['no judgement', cannotJudge, false],
    ['nothing at all', withdrawn, false],
  ] as const)('is weighed: %s', (_, answer, expected) => {
    expect(outside(answer).stance).toBe(expected)
  })

  it('is outside for a Yes where three quarters see no change, and for neither where they are divided', () => {
    const most = { ...panel, here: { impact: null, stances: { rated: 2, notAffected: 4, already: 2, cannotJudge: 0 } } }
    const divided = {
      ...panel,
      here: { impact: null, stances: { rated: 3, notAffected: 3, already: 0, cannotJudge: 0 } },
    }
    expect(outside(yes(5), most).stance).toBe(true)
    expect(outside(no, most).stance).toBe(false)
    expect(outside(yes(5), divided).stance).toBe(false)
    expect(outside(no, divided).stance).toBe(false)
  })
})

describe('a panel that may not be shown', () => {
  it('has nobody outside it', () => {
    const hidden: SeenPanel = { here: { impact: null, stances: null }, arrival: { years: null } }
    for (const answer of [yes(1, 0), yes(9, 3), no, already]) expect(isOutside(outside(answer, hidden))).toBe(false)
  })
})
