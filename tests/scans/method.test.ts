import { describe, expect, it } from '@jest/globals'
import {
  bandEndsFor,
  bandOfYear,
  bandsOf,
  defaultMethod,
  endOf,
  type Horizon,
  type Method,
  spreadOfBand,
} from '../../api/scans/method.ts'
import { problemsOfMethod } from '../../api/scans/method-problems.ts'

const horizon: Horizon = { startYear: 2026, years: 10 }

describe('the bands of a method', () => {
  it('are shown as calendar years, the last one open', () => {
    expect(bandsOf(defaultMethod, horizon)).toEqual([
      { index: 0, from: 2026, to: 2028 }, // within 2 years of 2026
      { index: 1, from: 2029, to: 2031 }, // 3 to 5
      { index: 2, from: 2032, to: 2036 }, // 6 to 10
      { index: 3, from: 2037, to: null }, // after
    ])
  })

  it('end with the horizon', () => {
    expect(endOf(horizon)).toBe(2036)
  })

  it.each([
    [2016, 0], // before the start is soonest
    [2026, 0],
    [2028, 0],
    [2029, 1],
    [2031, 1],
    [2032, 2],
    [2036, 2],
    [2037, 3],
    [2076, 3],
  ])('take the year %i into band %i', (year, band) => {
    expect(bandOfYear(defaultMethod, horizon, year)).toBe(band)
  })

  it('leave no year out and hold none twice', () => {
    const bands = bandsOf(defaultMethod, horizon)
    for (let year = 2026; year <= 2060; year++) {
      const holding = bands.filter(({ from, to }) => from <= year && year <= (to ?? year))
      expect(holding.map(({ index }) => index)).toEqual([bandOfYear(defaultMethod, horizon, year)])
    }
  })

  it('are spread over their own years, "after" over ten', () => {
    expect([0, 1, 2, 3].map((band) => spreadOfBand(defaultMethod, band))).toEqual([
      { from: 0, to: 2 },
      { from: 3, to: 5 },
      { from: 6, to: 10 },
      { from: 11, to: 20 },
    ])
  })

  it('follow the method when it draws them elsewhere', () => {
    const method: Method = { ...defaultMethod, bandEnds: [1, 4, 8], afterYears: 5 }
    expect(bandsOf(method, horizon).map(({ from }) => from)).toEqual([2026, 2028, 2031, 2035])
    expect(spreadOfBand(method, 3)).toEqual({ from: 9, to: 13 })
  })
})

describe('a method', () => {
  it('that a new scan starts with can work', () => {
    expect(problemsOfMethod(defaultMethod, horizon)).toEqual([])
  })

  it.each<[string, Partial<Method>, string]>([
    [
      'whose weights sum to less',
      { weights: { impact: 6000, reach: 2000, imminence: 1000, readiness: 999 } },
      'weights',
    ],
    [
      'with half a basis point',
      { weights: { impact: 6000.5, reach: 1999.5, imminence: 1000, readiness: 1000 } },
      'weights',
    ],
    ['with a weight below zero', { weights: { impact: 11000, reach: -1000, imminence: 0, readiness: 0 } }, 'weights'],
    ['that asks the panel in vain', { weights: { impact: 0, reach: 0, imminence: 0, readiness: 10_000 } }, 'weights'],
    [
      'that has nothing for one specialism by itself',
      { weights: { impact: 0, reach: 10_000, imminence: 0, readiness: 0 } },
      'weights',
    ],
    ['without reach at all', { reachFull: 0 }, 'reachFull'],
    ['whose reach goes past everybody', { reachFull: 1.01 }, 'reachFull'],
    ['whose reach is no number', { reachFull: Number.NaN }, 'reachFull'],
    ['whose bands overlap', { bandEnds: [5, 5, 10] }, 'bandEnds'],
    ['whose bands fall', { bandEnds: [5, 2, 10] }, 'bandEnds'],
    ['whose bands break within a year', { bandEnds: [2, 4.5, 10] }, 'bandEnds'],
    ['whose bands pass the horizon', { bandEnds: [2, 5, 11] }, 'bandEnds'],
    ['whose bands leave years of the horizon to "after"', { bandEnds: [2, 5, 9] }, 'bandEnds'],
    ['that takes half for agreement', { consensusThreshold: 50 }, 'consensusThreshold'],
    ['that takes more than all for agreement', { consensusThreshold: 101 }, 'consensusThreshold'],
    ['that spreads "after" over nothing', { afterYears: 0 }, 'afterYears'],
    ['that shows figures of nobody', { minimumShown: 0 }, 'minimumShown'],
    ['that shows somebody’s answer as a figure', { minimumShown: 1 }, 'minimumShown'],
    ['of whose figures one of two could take off their own', { minimumShown: 2 }, 'minimumShown'],
    ['that ranks what may not be shown', { minimumPanel: 2 }, 'minimumPanel'],
  ])('%s is refused by the name of its parameter', (_, change, parameter) => {
    const problems = problemsOfMethod({ ...defaultMethod, ...change }, horizon)
    expect(problems.map((problem) => problem.parameter)).toEqual([parameter])
  })

  it('has bands for every horizon from 2 to 30 years, and none for 1', () => {
    expect([2, 3, 5, 10, 15, 30].map(bandEndsFor)).toEqual([
      [0, 1, 2],
      [1, 2, 3],
      [1, 3, 5],
      [2, 5, 10],
      [3, 8, 15],
      [6, 15, 30],
    ])
    const problemsOver = (years: number) =>
      problemsOfMethod({ ...defaultMethod, bandEnds: bandEndsFor(years) }, { startYear: 2026, years })
    for (let years = 2; years <= 30; years++) expect(problemsOver(years)).toEqual([])
    expect(problemsOver(1).map(({ parameter }) => parameter)).toEqual(['bandEnds'])
  })

  it('may weigh when alone, since the panel says when', () => {
    const weights = { impact: 0, reach: 0, imminence: 10_000, readiness: 0 }
    expect(problemsOfMethod({ ...defaultMethod, weights }, horizon)).toEqual([])
  })

  it('says what the weights sum to', () => {
    const method = { ...defaultMethod, weights: { impact: 6000, reach: 2000, imminence: 1000, readiness: 500 } }
    expect(problemsOfMethod(method, horizon)[0]?.detail).toBe(
      'Weights must sum to 10000 basis points. They sum to 9500.',
    )
  })
})
