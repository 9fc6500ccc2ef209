import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { mostDisputed } from '../../api/ranking/disputed.ts'
import { rank, withheldFrom } from '../../api/ranking/rank.ts'
import { worthAnotherLook } from '../../api/ranking/worth-another-look.ts'
import { type AnswerOf, latestOf } from '../../api/ratings/counted.ts'
import type { Answer } from '../../api/ratings/rating.ts'
import { anyPanel } from '../support/any-panel.ts'
import { finished } from '../support/finished.ts'
import { type GivenPanel, givenPanel, no, yes } from '../support/given-panel.ts'

/** The answers that count on a technology, read from a panel in literals. */
function answersOn(given: GivenPanel, id: string): AnswerOf[] {
  const rounds = [given.technologies[id]!.asked, ...(given.later ?? []).map((round) => round[id] ?? {})]
  const versions = rounds.flatMap((asked) =>
    Object.entries(asked).flatMap(([specialism, answers]) =>
      Object.entries(answers).map(([panellist, answer]) => ({ panellist, specialism, ...answer })),
    ),
  )
  return latestOf(versions)
}

function disputedIn(given: GivenPanel, shortlist: string[]) {
  const input = givenPanel(given)
  const ranking = rank(input, { kind: 'all' })
  return finished(mostDisputed(input, ranking, shortlist, (k) => answersOn(given, input.candidates[k]!.id)))
}

const people = (...answers: Answer[]) => Object.fromEntries(answers.map((answer, i) => [`p${i}`, answer]))
const impacts = (...list: number[]) => people(...list.map((impact) => yes(impact)))

// One specialism, so shares are .75, 0, .125, .125; band 1 gives e = .6, readiness 5 gives .5: 13.75 points beside the impact.
const split = { asked: { s1: impacts(1, 1, 9, 9, 9) } } // 5.8 ⁄ 9 × 75 + 13.75
const settled = { asked: { s1: impacts(7, 7, 7, 7, 7) } } // 7 ⁄ 9 × 75 + 13.75
const one: GivenPanel = { specialisms: { s1: 'g' }, technologies: { split, settled } }

describe('what is disputed', () => {
  it('is listed with how far its score would move if the panel settled at either quartile', () => {
    const [only, ...rest] = disputedIn(one, ['settled'])

    expect(rest).toEqual([])
    expect(only).toMatchObject({ technology: 'split', specialisms: [0], arrival: false, matters: true })
    expect(only!.score).toBeCloseTo(62.08333, 5)
    expect(only!.low).toBeCloseTo(22.08333, 5) // 1 ⁄ 9 × 75 + 13.75
    expect(only!.high).toBeCloseTo(88.75, 9) // 75 + 13.75
  })

  it('matters where the interval holds the cut, which is the lowest score of the shortlist', () => {
    const high = { asked: { s1: impacts(9, 9, 9, 9, 9) }, readiness: 9 } // 75 + 7.5 + 12.5 = 95
    const given = { ...one, technologies: { split, settled, high } }
    expect(disputedIn(given, ['high'])[0]!.matters).toBe(false) // 88.75 < 95
    expect(disputedIn(given, ['high', 'settled'])[0]!.matters).toBe(true)
    expect(disputedIn(given, ['high', 'settled', 'split'])[0]!.matters).toBe(true) // it may leave
    expect(disputedIn(given, [])[0]!.matters).toBe(false)
  })

  it('may be when, by the quartile years of all specialisms', () => {
    const when = { asked: { s1: people(yes(5, 0), yes(5, 0), yes(5, 0), yes(5, 3), yes(5, 3)) } }
    const [only] = disputedIn({ ...one, technologies: { when, settled } }, ['settled'])

    // Quarters of the weight come by 2027 and by 2040: f = .9 and 0. Impact 5 ⁄ 9 × 75, readiness 6.25.
    expect(only).toMatchObject({ technology: 'when', specialisms: [], arrival: true, matters: false })
    expect(only!.low).toBeCloseTo(47.91667, 5)
    expect(only!.high).toBeCloseTo(59.16667, 5)
    expect(only!.score).toBeCloseTo(54.66667, 5) // e = 3 × .9 ⁄ 5
  })

  it('stands in order of whether it matters, then of how far it could move', () => {
    const far = { asked: { s1: impacts(1, 1, 1, 9, 9) }, readiness: 1 }
    const near = { asked: { s1: impacts(3, 3, 7, 7, 7) } }
    const given = { ...one, technologies: { near, settled, far, split } }
    // Cut 72.08: near reaches 7 ⁄ 9 × 75 + 13.75, the cut itself; far reaches 75 + 7.5 = 82.5.
    expect(disputedIn(given, ['settled']).map(({ technology }) => technology)).toEqual(['split', 'far', 'near'])
    const top = { asked: { s1: impacts(9, 9, 9, 9, 9) } } // 88.75: only split reaches it
    const above = disputedIn({ ...given, technologies: { ...given.technologies, top } }, ['top'])
    expect(above.map(({ technology, matters }) => [technology, matters])).toEqual([
      ['split', true],
      ['far', false],
      ['near', false],
    ])
  })

  it('leaves a No among the answers at nothing', () => {
    const given = {
      ...one,
      technologies: { mixed: { asked: { s1: people(yes(1), yes(1), yes(9), yes(9), yes(9), no) } } },
    }
    // Five of six settle at 9: 7.5 ⁄ 9 × 75 + 13.75
    expect(disputedIn(given, [])[0]!.high).toBeCloseTo(76.25, 9)
  })

  it('never tells of a specialism that is withheld, not even as cover for another', () => {
    const given: GivenPanel = {
      specialisms: { s1: 'g', s2: 'g' },
      technologies: { split: { asked: { s1: impacts(1, 1, 9, 9, 9), s2: impacts(1, 9) } } },
    }
    expect([...withheldFrom(givenPanel(given), 0).specialisms]).toEqual([1, 0])
    expect(disputedIn(given, ['split'])).toEqual([])
  })
})

describe('on any panel', () => {
  it('the score lies between its ends, and nothing withheld is listed', () => {
    fc.assert(
      fc.property(anyPanel, (given) => {
        const input = givenPanel(given)
        const ranked = rank(input, { kind: 'all' }).ranked.map(({ id }) => id)
        for (const { technology, low, score, high, specialisms } of disputedIn(given, ranked.slice(0, 2))) {
          expect(low).toBeLessThanOrEqual(score)
          expect(score).toBeLessThanOrEqual(high)
          const number = input.candidates.findIndex(({ id }) => id === technology)
          for (const s of specialisms) expect(withheldFrom(input, number).specialisms.has(s)).toBe(false)
        }
      }),
    )
  })
})

describe('what is worth another look', () => {
  const dispute = { score: 50, low: 40, high: 60, specialisms: [0], arrival: false }

  it('is the shortlist, what is disputed where it matters, and what a lead has saved, each once', () => {
    const disputed = [
      { technology: 'b', matters: true, ...dispute },
      { technology: 'c', matters: true, ...dispute },
      { technology: 'd', matters: false, ...dispute },
    ]
    expect(worthAnotherLook(['a', 'b'], disputed, ['e', 'a', 'e'])).toEqual([
      { technology: 'a', why: ['shortlist', 'saved'] },
      { technology: 'b', why: ['shortlist', 'disputed'] },
      { technology: 'c', why: ['disputed'] },
      { technology: 'e', why: ['saved'] },
    ])
  })
})
