import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  isPanelMemberTold,
  scoresOf,
  scoresWithout,
  withoutCriteria,
  withoutPanelMembers,
  withoutSpecialisms,
} from '../../api/ranking/fragility.ts'
import { type Lens, lensesOver } from '../../api/ranking/lens.ts'
import { type RankingInput, rank, readThrough, weigh } from '../../api/ranking/rank.ts'
import { Recount } from '../../api/ranking/recount.ts'
import { firstTen, placesByScore, Shifts } from '../../api/ranking/shifts.ts'
import { defaultMethod } from '../../api/scans/method.ts'
import { anyPanel } from '../support/any-panel.ts'
import { finished } from '../support/finished.ts'
import { type Asked, cannotJudge, type GivenPanel, givenLog, givenPanel, no, yes } from '../support/given-panel.ts'

const everybody: Lens = { kind: 'all' }
const { weights } = defaultMethod

function recountOf(given: GivenPanel) {
  const { input, log, asOfRound, interests } = givenLog(given)
  return { input, log, recount: new Recount(log, input, asOfRound, interests) }
}

/** The same panel, had somebody never been on it. */
function withoutPerson(given: GivenPanel, name: string): GivenPanel {
  const silence = (asked: Asked): Asked =>
    Object.fromEntries(
      Object.entries(asked).map(([place, answers]) => [
        place,
        Object.fromEntries(Object.entries(answers).filter(([person]) => person !== name)),
      ]),
    )
  return {
    ...given,
    technologies: Object.fromEntries(
      Object.entries(given.technologies).map(([id, one]) => [id, { ...one, asked: silence(one.asked) }]),
    ),
    later: given.later?.map((round) =>
      Object.fromEntries(Object.entries(round).map(([id, asked]) => [id, silence(asked)])),
    ),
  }
}

const scoresById = (input: RankingInput, lens: Lens) =>
  Object.fromEntries(rank(input, lens).ranked.map(({ id, score }) => [id, score]))

describe('leaving out a panel member', () => {
  it('gives what the panel would have given without them, whoever it is, through every lens', () => {
    fc.assert(
      fc.property(anyPanel, (given) => {
        const { input, log, recount } = recountOf(given)
        for (const lens of lensesOver(input.specialisms)) {
          const reading = readThrough(input, lens)
          const base = scoresOf(weigh(reading, weights), input.candidates.length)
          for (const panellist of recount.panellists) {
            const scores = scoresWithout(recount.without(panellist), base, reading.lens, weights)
            const found = input.candidates.flatMap(({ id }, k) => (Number.isNaN(scores[k]!) ? [] : [[id, scores[k]]]))
            const expected = scoresById(givenPanel(withoutPerson(given, log.panellists.ids[panellist]!)), lens)
            expect(Object.fromEntries(found)).toEqual(expected)
          }
        }
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it('says that a place among the first ten depends on one of them, and how far it moves, never whose it is', () => {
    const five = (...[ann, ben, cat, dan, eve]: [number, number, number, number, number]) => ({
      s1: { ann: yes(ann), ben: yes(ben), cat: yes(cat), dan: yes(dan), eve: yes(eve) },
    })
    // The first has 5.8 on average, and 5 without cat; the ten behind it 5.4, and 5.5 without her.
    const technologies: GivenPanel['technologies'] = { first: { asked: five(5, 5, 9, 5, 5) } }
    for (let n = 0; n < firstTen; n++) technologies[`even${n}`] = { asked: five(6, 6, 5, 5, 5) }
    technologies.last = { asked: five(2, 2, 2, 2, 2) }
    const { input, recount } = recountOf({ specialisms: { s1: 'g1', s2: 'g1' }, technologies })
    const shifts = finished(withoutPanelMembers(recount, readThrough(input, everybody), weights))
    const of = (id: string) => shifts.of(input.candidates.findIndex((one) => one.id === id))

    expect(of('last')).toEqual({ crosses: false, moves: 'hardly' })
    expect(of('first')).toEqual({ crosses: true, moves: 'far' })
  })

  it('is told from five people and five answers up', () => {
    const told = (panellists: number, answers: number) => isPanelMemberTold({ panellists, found: { answers } })
    expect([told(5, 5), told(4, 9), told(9, 4)]).toEqual([true, false, false])
  })

  it('keeps what was taken off for everybody else’s leaning', () => {
    const people = ['ann', 'ben', 'cat', 'dan']
    const markOf = (n: number, person: number) => 3 + (n % 3) + person + ((n * person) % 2)
    const technologies: GivenPanel['technologies'] = {}
    for (let n = 0; n < 12; n++)
      technologies[`t${n}`] = {
        asked: { s1: Object.fromEntries(people.map((name, i) => [name, yes(markOf(n, i))])) },
      }
    const { input, log, recount } = recountOf({
      specialisms: { s1: 'g1', s2: 'g1' },
      technologies,
      method: { raterScale: 'adjusted' },
    })
    const { leanings, pairs } = input.tallies
    expect(leanings!.some((leaning) => leaning !== 0)).toBe(true)
    const ann = log.panellists.find('ann')!
    const { input: without } = recount.without(ann)
    // A sum of three, each less the leaning that the whole panel gave.
    const others = [1, 2, 3].map((i) => markOf(0, i) - leanings![log.panellists.find(people[i]!)!]!)
    const mean = others.reduce((sum, one) => sum + Math.min(9, Math.max(1, one)), 0) / 3
    expect(without.tallies.pairs.impact[0]! / 3).toBeCloseTo(mean, 1)
    expect(pairs.answers[0]).toBe(4)
  })
})

describe('leaving out a criterion', () => {
  it('is the ranking by the others in their proportions', () => {
    fc.assert(
      fc.property(anyPanel, (given) => {
        const input = givenPanel(given)
        const reading = readThrough(input, everybody)
        for (const { what, places } of finished(withoutCriteria(reading, weights))) {
          const by = {
            impact: { impact: 0, reach: 5000, imminence: 2500, readiness: 2500 },
            reach: { impact: 7500, reach: 0, imminence: 1250, readiness: 1250 },
            imminence: { impact: 6667, reach: 2222, imminence: 0, readiness: 1111 },
            readiness: { impact: 6667, reach: 2222, imminence: 1111, readiness: 0 },
          }[what]
          const expected = new Map(rank(input, everybody, by).ranked.map(({ id, place }) => [id, place]))
          expect(input.candidates.map((_, k) => places[k] || undefined)).toEqual(
            input.candidates.map(({ id }) => expected.get(id)),
          )
        }
      }),
      { numRuns: 60 },
    )
  })

  it('passes by one that carries no weight, and one that carries all of it', () => {
    const { input } = recountOf({ specialisms: { s1: 'g1' }, technologies: { t1: { asked: {} } } })
    const left = (lens: Lens, by = weights) =>
      finished(withoutCriteria(readThrough(input, lens), by)).map(({ what }) => what)
    expect(left({ kind: 'specialism', id: 's1' })).toEqual(['impact', 'imminence', 'readiness'])
    expect(left(everybody, { impact: 10_000, reach: 0, imminence: 0, readiness: 0 })).toEqual([])
  })
})

describe('leaving out a specialism', () => {
  const four = (impact: number) => ({ a: yes(impact), b: yes(impact), c: yes(impact), d: yes(impact) })
  const others = (impact: number) => ({ e: yes(impact), f: yes(impact), g: yes(impact), h: yes(impact) })

  it('gives the place that its score without that specialism would have', () => {
    const input = givenPanel({
      specialisms: { cardiac: 'g1', genomics: 'g1' },
      technologies: {
        heart: { asked: { cardiac: four(9), genomics: others(3) } },
        genes: { asked: { cardiac: four(2), genomics: others(5) } },
      },
    })
    const left = finished(withoutSpecialisms(input, readThrough(input, everybody), weights))
    // Mean impacts: heart 6, genes 3.5. Without cardiac science 3 and 5, without genomics 9 and 2.
    expect(left.map(({ what, places }) => [input.specialisms[what]!.id, [...places]])).toEqual([
      ['cardiac', [2, 1]],
      ['genomics', [1, 2]],
    ])
  })

  it('leaves a score as it is where that specialism’s figures may not be shown', () => {
    const asked = (hidden: number) => ({
      s1: four(7),
      s2: others(4),
      s3: { i: yes(hidden) },
      s4: { j: yes(9), i: yes(1) },
    })
    const input = givenPanel({
      specialisms: { s1: 'g1', s2: 'g1', s3: 'g2', s4: 'g2' },
      technologies: { t1: { asked: asked(9) }, t2: { asked: { s1: four(7), s2: others(4) } } },
    })
    const reading = readThrough(input, everybody)
    const base = placesByScore(scoresOf(weigh(reading, weights), 2))
    const left = finished(withoutSpecialisms(input, reading, weights))
    const without = (id: string) => left.find(({ what }) => input.specialisms[what]!.id === id)!.places
    expect([...without('s3')]).toEqual([...base])
    expect([...without('s4')]).toEqual([...base])
  })

  it('says nothing of the only specialism that is looked at', () => {
    const input = givenPanel({ specialisms: { s1: 'g1', s2: 'g1' }, technologies: { t1: { asked: { s1: four(5) } } } })
    expect(finished(withoutSpecialisms(input, readThrough(input, { kind: 'specialism', id: 's1' }), weights))).toEqual(
      [],
    )
  })
})

describe('places by score', () => {
  it('are 1-2-2-4, and none for what has no score', () => {
    const none = Number.NaN
    expect([...placesByScore(Float64Array.of(5, none, 9, 5, 1))]).toEqual([2, 0, 1, 2, 4])
  })

  it('move as far as the farthest that any left-out one takes them, in three words', () => {
    const before = Uint32Array.from([1, 2, 10, 11, 20])
    const shifts = new Shifts(before)
    shifts.add(Uint32Array.from([3, 2, 10, 11, 0]))
    shifts.add(Uint32Array.from([1, 5, 11, 10, 20]))
    expect([0, 1, 2, 3, 4].map((k) => shifts.of(k))).toEqual([
      { crosses: false, moves: 'hardly' },
      { crosses: false, moves: 'some' },
      { crosses: true, moves: 'hardly' },
      { crosses: true, moves: 'hardly' },
      { crosses: false, moves: 'far' },
    ])
  })
})

describe('those who cannot judge', () => {
  it('are left out too, where that decides what may be shown', () => {
    const given: GivenPanel = {
      specialisms: { s1: 'g1', s2: 'g1' },
      technologies: {
        t1: {
          asked: {
            s1: { a: yes(5), b: yes(5), c: yes(5), d: no },
            s2: { e: cannotJudge, f: cannotJudge, g: cannotJudge },
          },
        },
      },
    }
    const { log, recount } = recountOf(given)
    const { input } = recount.without(log.panellists.find('e')!)
    expect(input.tallies.pairs.cannotJudge[1]).toBe(2)
    expect([...input.tallies.panellists]).toEqual([4])
  })
})
