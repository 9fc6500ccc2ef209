import { describe, expect, it } from '@jest/globals'
import type { Lens } from '../../api/ranking/lens.ts'
import { rank } from '../../api/ranking/rank.ts'
import { type Asked, already, cannotJudge, type GivenPanel, givenPanel, no, yes } from '../support/given-panel.ts'

/** Ten specialisms, so that two of them are a fifth of all: from there on, reach stops adding. */
const ten = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`s${i}`, i < 5 ? 'lab' : 'phys']))
const twoYesOneNo = { ann: yes(6, 0), ben: yes(8, 1), cat: no }

function scoreOf(asked: Asked, given: Partial<GivenPanel> & { readiness?: number; lens?: Lens } = {}) {
  const { readiness = 5, lens = { kind: 'all' }, ...rest } = given
  const input = givenPanel({ specialisms: ten, technologies: { pacemaker: { readiness, asked } }, ...rest })
  return rank(input, lens).ranked[0]!
}

const near = (value: number) => expect.closeTo(value, 9)

describe('the score', () => {
  it('is impact, reach, imminence and readiness by their weights', () => {
    const row = scoreOf({ s0: twoYesOneNo })
    expect(row.values).toEqual({
      impact: near(14 / 27), // mean (6 + 8 + 0) / 3 = 14/3, of 9
      reach: near(7 / 27), // 14/27 × 1 of 10 specialisms / 0.2 = 14/27 × 0.5
      imminence: near(0.75), // (.9 + .6) / 2
      readiness: near(0.5), // (5 − 1) / 8
    })
    expect(row.contributions).toEqual({
      impact: near(31.111111111), // 60 × 14/27
      reach: near(5.185185185), // 20 × 7/27
      imminence: near(7.5), // 10 × .75
      readiness: near(5), // 10 × .5
    })
    expect(row.score).toBe(48.796296296) // 980/27 + 12.5
  })

  it('lets a silent specialism count for reach: silence is not a no', () => {
    const row = scoreOf({ s0: twoYesOneNo, s1: {} })
    expect(row.values.reach).toEqual(near(14 / 27)) // 2 of 10 / 0.2 = 1
    expect(row.score).toBe(53.981481481) // 80 × 14/27 + 12.5
  })

  it('takes a specialism out where more than half of its answers are no', () => {
    const row = scoreOf({ s0: twoYesOneNo, s1: { dan: no, eve: no, fay: yes(9, 0) } })
    expect(row.found).toMatchObject({ asked: 2, answered: 2, affected: 1, reachable: 1 })
    expect(row.score).toBe(48.796296296) // as with s0 alone
  })

  it('keeps a specialism in where just half of its answers are no', () => {
    const row = scoreOf({ s0: twoYesOneNo, s1: { dan: no, eve: yes(8, 1) } })
    expect(row.found.affected).toBe(2)
    expect(row.values).toMatchObject({
      impact: near(13 / 27), // (14/3 + 8/2) / 18 = (26/3) / 18
      reach: near(13 / 27), // 2 of 10 / 0.2 = 1
      imminence: near(0.675), // (.75 + .6) / 2
    })
    expect(row.score).toBe(50.268518519) // 80 × 13/27 + 6.75 + 5
  })

  it('counts "already" as no further change, and "cannot judge" not at all', () => {
    const row = scoreOf({ s0: { ann: yes(6, 0), ben: yes(9, 0), cat: already, dan: cannotJudge } })
    expect(row.values.impact).toEqual(near(5 / 9)) // (6 + 9 + 0) / 3 = 5
    expect(row.found.answers).toBe(3)
  })

  it('takes the mean of the specialisms, not of the people', () => {
    const row = scoreOf({ s0: { ann: yes(9), ben: yes(9), cat: yes(9), dan: yes(9) }, s1: { eve: yes(3) } })
    expect(row.values.impact).toEqual(near(6 / 9)) // (9 + 3) / 2, where people would give (36 + 3) / 5
  })

  it('takes imminence over the specialisms that say when', () => {
    const row = scoreOf({ s0: { ann: yes(5, 0), ben: yes(5, null), cat: yes(5, 2) }, s1: { dan: yes(5, null) } })
    expect(row.values.imminence).toEqual(near(0.55)) // s0 alone: (.9 + .2) / 2
  })

  it('weighs three years by Swanson’s rule', () => {
    const row = scoreOf({ s0: { ann: yes(5, [2027, 2030, 2036]), ben: yes(5, [2027, 2030, 2036]), cat: yes(5, 3) } })
    expect(row.values.imminence).toEqual(near(0.34)) // (.51 + .51 + 0) / 3, .51 = .3 × .9 + .4 × .6 + .3 × 0
  })

  it.each([
    [1, 0],
    [9, 1],
  ])('counts readiness %i as %i', (readiness, value) => {
    expect(scoreOf({ s0: twoYesOneNo }, { readiness }).values.readiness).toBe(value)
  })

  it('is 100 at most, and 0 at least', () => {
    const now: [number, number, number] = [2016, 2020, 2026]
    const most = { s0: { ann: yes(9, now), ben: yes(9, now), cat: yes(9, now) }, s1: {} }
    expect(scoreOf(most, { readiness: 9 }).score).toBe(100)
    const least = { s0: { ann: yes(1, 3), ben: yes(1, 3), cat: yes(1, 3) } }
    expect(scoreOf(least, { readiness: 1 }).score).toBe(7.777777778) // 60/9 + 20/9 × .5
  })
})

describe('reach', () => {
  const half = (given: Asked) => scoreOf(given, { method: { reachFull: 0.5 } }).values.reach

  it('stops adding at the share that the method calls full', () => {
    const specialisms = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`s${i}`, { ann: yes(9), ben: yes(9), cat: yes(9) }]))
    expect(half(specialisms(4))).toEqual(near(0.8)) // 4 of 10 / 0.5
    expect(half(specialisms(5))).toBe(1)
    expect(half(specialisms(6))).toBe(1)
  })
})

describe('headcounts', () => {
  const specialisms = {
    audiology: { grouping: 'phys', headcount: 100 },
    genomics: { grouping: 'lab', headcount: 300 },
  }
  const given = { specialisms, method: { reachFull: 1 }, readiness: 9 }
  const audiology = { ann: yes(9, 0), ben: yes(9, 0), cat: yes(9, 0) }

  it('weigh impact, reach and imminence', () => {
    const row = scoreOf({ audiology, genomics: { dan: yes(3, 2), eve: yes(3, 2), fay: yes(3, 2) } }, given)
    expect(row.values).toEqual({
      impact: near(0.5), // (100 × 9 + 300 × 3) / (9 × 400)
      reach: near(0.5), // .5 × 400 / 400
      imminence: near(0.375), // (100 × .9 + 300 × .2) / 400
      readiness: 1,
    })
    expect(row.score).toBe(53.75) // 30 + 10 + 3.75 + 10
  })

  it('take a large specialism out of reach with its no', () => {
    const row = scoreOf({ audiology, genomics: { dan: no, eve: no, fay: no } }, given)
    expect(row.values).toMatchObject({ impact: 1, reach: 0.25, imminence: near(0.9) }) // 100 of 400
    expect(row.score).toBe(84) // 60 + 5 + 9 + 10
  })

  it('count for nothing where the scan does not hold one for every specialism', () => {
    const row = scoreOf(
      { audiology, genomics: { dan: yes(3, 2), eve: yes(3, 2), fay: yes(3, 2) } },
      { ...given, specialisms: { ...specialisms, genomics: 'lab' } },
    )
    expect(row.values.impact).toEqual(near(6 / 9)) // (9 + 3) / 18
  })
})

describe('under a lens', () => {
  const asked = { s0: twoYesOneNo, s1: { dan: yes(2, 3), eve: yes(2, 3), fay: yes(2, 3) }, s5: { ...twoYesOneNo } }

  it('of one specialism, reach carries no weight and the rest keep their proportions', () => {
    const row = scoreOf(asked, { lens: { kind: 'specialism', id: 's0' } })
    expect(row.contributions).toEqual({
      impact: near(38.888888889), // 75 × 14/27, for .6 / .8 = .75
      reach: 0,
      imminence: near(9.375), // 12.5 × .75
      readiness: near(6.25), // 12.5 × .5
    })
    expect(row.score).toBe(54.513888889)
  })

  it('of a grouping, only its specialisms count, for reach too', () => {
    const row = scoreOf(asked, { lens: { kind: 'grouping', id: 'lab' }, method: { reachFull: 0.8 } })
    expect(row.values).toMatchObject({
      impact: near(10 / 27), // (14/3 + 2) / 18 = (20/3) / 18
      reach: near(5 / 27), // 2 of 5 / .8 = .5
      imminence: near(0.375), // (.75 + 0) / 2
    })
  })

  it('of a grouping with one specialism, reach carries no weight either', () => {
    const specialisms = { s0: 'lab', s1: 'phys', s5: 'phys' }
    const row = scoreOf(asked, { specialisms, lens: { kind: 'grouping', id: 'lab' } })
    expect(row.score).toBe(54.513888889)
  })
})

describe('other weights', () => {
  const scoreWith = (weights: { impact: number; reach: number; imminence: number; readiness: number }, lens: Lens) =>
    rank(givenPanel({ specialisms: ten, technologies: { pacemaker: { asked: { s0: twoYesOneNo } } } }), lens, weights)
      .ranked[0]?.score

  it('replace those of the method', () => {
    const weights = { impact: 0, reach: 0, imminence: 2500, readiness: 7500 }
    expect(scoreWith(weights, { kind: 'all' })).toBe(56.25) // 25 × .75 + 75 × .5
  })

  it('that are all on reach still give a score for one specialism', () => {
    const weights = { impact: 0, reach: 10_000, imminence: 0, readiness: 0 }
    expect(scoreWith(weights, { kind: 'specialism', id: 's0' })).toBe(51.851851852) // 100 × 14/27: 1 of 1 / 0.2
  })
})
