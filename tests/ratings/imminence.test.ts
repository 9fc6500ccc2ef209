import { describe, expect, it } from '@jest/globals'
import { imminenceOf, soonness } from '../../api/ratings/imminence.ts'
import { defaultMethod, type Horizon } from '../../api/scans/method.ts'

const horizon: Horizon = { startYear: 2026, years: 10 }
const years = (p10: number, p50: number, p90: number) => ({ kind: 'years', p10, p50, p90 }) as const

describe('how soon a year is', () => {
  it.each([
    [2016, 1], // never above 1
    [2026, 1], // (2036 − 2026) / 10
    [2027, 0.9],
    [2031, 0.5],
    [2036, 0],
    [2050, 0], // never below 0
  ])('%i counts %f', (year, soon) => {
    expect(soonness(year, horizon)).toBeCloseTo(soon, 12)
  })
})

describe('how soon an answer expects arrival', () => {
  it.each([
    [0, 0.9], // (1 + .9 + .8) / 3
    [1, 0.6], // (.7 + .6 + .5) / 3
    [2, 0.2], // (.4 + .3 + .2 + .1 + 0) / 5
    [3, 0], // "after" is 0
  ])('in band %i is %f', (band, soon) => {
    expect(imminenceOf({ kind: 'band', band }, defaultMethod, horizon)).toBeCloseTo(soon, 12)
  })

  it.each([
    [years(2027, 2030, 2036), 0.51], // .3 × .9 + .4 × .6 + .3 × 0
    [years(2026, 2026, 2026), 1], // .3 + .4 + .3
    [years(2020, 2031, 2060), 0.5], // .3 × 1 + .4 × .5 + .3 × 0
    [years(2036, 2040, 2050), 0],
  ])('in three years weighs them 0.3, 0.4 and 0.3 (%j)', (arrival, soon) => {
    expect(imminenceOf(arrival, defaultMethod, horizon)).toBeCloseTo(soon, 12)
  })

  it('is not known where the panel member cannot say', () => {
    expect(imminenceOf({ kind: 'cannot-say' }, defaultMethod, horizon)).toBeNull()
  })

  it('follows the bands of the method', () => {
    const method = { ...defaultMethod, bandEnds: [1, 4, 8] as const }
    expect(imminenceOf({ kind: 'band', band: 0 }, method, horizon)).toBeCloseTo(0.95, 12) // (1 + .9) / 2
  })
})
