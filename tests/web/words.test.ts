import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { criteria } from '../../api/scans/method.ts'
import { changed, withQuery } from '../../web/shared/address.ts'
import { wholePoints, wholeScore } from '../../web/shared/points.ts'
import { stageLabel } from '../../web/shared/stages.ts'
import { bandLabel, count, dateLabel, listed, monthsLabel, ordinal } from '../../web/shared/words.ts'

describe('words', () => {
  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [12, '12th'],
    [21, '21st'],
    [101, '101st'],
    [111, '111th'],
    [1013, '1013th'],
  ])('%i is %s', (place, text) => expect(ordinal(place)).toBe(text))

  it.each([
    [{ index: 1, from: 2029, to: 2031 }, '2029 to 2031'],
    [{ index: 3, from: 2037, to: null }, 'after 2036'],
    [{ index: 0, from: 2026, to: 2026 }, '2026'],
  ])('the band %o is %s', (band, text) => expect(bandLabel(band)).toBe(text))

  it.each([
    ['2026-03-12T09:00:00Z', '12 March 2026'],
    ['2026-03-12', '12 March 2026'],
    ['2026-06-30T23:30:00Z', '1 July 2026'],
    ['2026-12-31T23:30:00Z', '31 December 2026'],
    ['2026-03', 'March 2026'],
    ['2026', '2026'],
  ])('the date %s is %s', (date, text) => expect(dateLabel(date)).toBe(text))

  it.each([
    ['2026-01-12', '2026-03-02', 'January to March 2026'],
    ['2026-03-01', '2026-03-02', 'March 2026'],
    ['2026-05-31T23:30:00Z', '2026-06-30T22:30:00Z', 'June 2026'],
    ['2025-12-01', '2026-02-02', 'December 2025 to February 2026'],
  ])('from %s to %s is %s', (from, to, text) => expect(monthsLabel(from, to)).toBe(text))

  it('says the stage of development in the wording of the kind', () => {
    expect(stageLabel(7, 'diagnostic')).toBe('tested at one clinical site (7 of 9)')
    expect(stageLabel(9, 'diagnostic')).toBe('validated and used at several sites (9 of 9)')
    expect(stageLabel(7)).toBe('stage 7 of 9')
    expect(stageLabel(null, 'device')).toBe('not set')
  })

  it('counts and lists in plain English', () => {
    expect(count(1, 'specialism')).toBe('1 specialism')
    expect(count(20_000, 'technology', 'technologies')).toBe('20,000 technologies')
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c')
  })
})

describe('points', () => {
  it('shows contributions as whole points, the largest remainder first', () => {
    const contributions = { impact: 41.3, reach: 12.4, imminence: 5.2, readiness: 3.5 } // 62.4
    expect(wholePoints(contributions)).toEqual({ impact: 41, reach: 12, imminence: 5, readiness: 4 })
  })

  it('always adds up to the score that is shown', () => {
    const points = fc.double({ min: 0, max: 25, noNaN: true })
    fc.assert(
      fc.property(
        fc.record({ impact: points, reach: points, imminence: points, readiness: points }),
        (contributions) => {
          const whole = wholePoints(contributions)
          const sum = criteria.reduce((total, criterion) => total + whole[criterion], 0)
          expect(sum).toBe(wholeScore(criteria.reduce((total, criterion) => total + contributions[criterion], 0)))
          for (const criterion of criteria)
            expect(Math.abs(whole[criterion] - contributions[criterion])).toBeLessThan(1)
        },
      ),
    )
  })
})

describe('the address', () => {
  it('holds several values of one filter, and drops what is empty', () => {
    const now = new URLSearchParams('lens=all&q=gene')
    expect(String(changed(now, { category: ['a', 'b'], q: '' }))).toBe('lens=all&category=a&category=b')
    expect(String(now)).toBe('lens=all&q=gene')
  })

  it('makes a query of what is given', () => {
    expect(withQuery('/ranking', { lens: 'grouping:laboratory', band: [0, 1], scan: undefined })).toBe(
      '/ranking?lens=grouping%3Alaboratory&band=0&band=1',
    )
    expect(withQuery('/ranking', {})).toBe('/ranking')
  })
})
