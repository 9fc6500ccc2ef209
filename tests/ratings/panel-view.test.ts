import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { AnswerOf } from '../../api/ratings/counted.ts'
import { panelView } from '../../api/ratings/panel-view.ts'
import type { Answer } from '../../api/ratings/rating.ts'
import { defaultMethod } from '../../api/scans/method.ts'
import { anyAnswer } from '../support/any-panel.ts'
import { already, cannotJudge, horizon, no, yes } from '../support/given-panel.ts'

const open = { specialism: false, all: false }
const method = { ...defaultMethod, minimumShown: 3 }

/** Answers for cardiac science by ann, ben, cat, …, in that order; `elsewhere` by others for genomics. */
function panel(here: Answer[], elsewhere: Answer[] = []): AnswerOf[] {
  const names = ['ann', 'ben', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal']
  return [
    ...here.map((answer, i) => ({ panellist: names[i]!, specialism: 'cardiac', ...answer })),
    ...elsewhere.map((answer, i) => ({ panellist: `other ${i}`, specialism: 'genomics', ...answer })),
  ]
}

const seenBy = (reader: string | null, answers: AnswerOf[], withheld = open, by = method) =>
  panelView(answers, 'cardiac', reader, withheld, by, horizon)

const because = (answer: Answer, reason: string): Answer => ({ ...answer, reason })

describe('what a panel member sees of the panel', () => {
  it('is the spread of their specialism from five answers up', () => {
    const view = seenBy('ann', panel([yes(3), yes(5), yes(6), yes(7), yes(9), no, already, cannotJudge]))

    expect(view.here).toEqual({
      answers: 7,
      stances: { rated: 5, notAffected: 1, already: 1, cannotJudge: 1 },
      impact: { lower: 5, median: 6, upper: 7, distribution: [0, 0, 1, 0, 1, 1, 1, 0, 1] },
      consensus: 'agreement', // 30th 5.2, 70th 6.8, limit 2.35 + 1.5 × 1
      reasons: [],
    })
  })

  it('is the count and the reasons below five, and no more', () => {
    const view = seenBy('ann', panel([yes(3), yes(5), because(yes(6), 'Night shifts.'), no]))
    expect(view.here).toEqual({
      answers: 4,
      stances: null,
      impact: null,
      consensus: 'too-few',
      reasons: ['Night shifts.'],
    })
  })

  it('tells stances but no impact where fewer than five say Yes', () => {
    const { here } = seenBy('ann', panel([yes(3), yes(5), yes(6), yes(6), no]))
    expect(here.stances).toMatchObject({ rated: 4, notAffected: 1 })
    expect(here.impact).toBeNull()
  })

  it('does not even count aloud where fewer answered than may be shown', () => {
    expect(seenBy('ann', panel([yes(3), no])).here.answers).toBeNull()
    expect(seenBy('ann', panel([])).here.answers).toBe(0)
    expect(seenBy('ann', panel([yes(3), no, yes(4)])).here.answers).toBe(3)
  })

  it('asks for as many others as may be shown, beside the reader, who knows their own answer', () => {
    const strict = { ...method, minimumShown: 5 }
    const five = panel([yes(3), yes(5), yes(6), yes(7), yes(9)])
    expect(seenBy('ann', five, open, strict).here.impact).toBeNull()
    expect(seenBy('zoe', five, open, strict).here.impact).not.toBeNull()
    expect(seenBy(null, five, open, strict).here.impact).not.toBeNull()
  })

  it('withholds a specialism that covers for another, and says so', () => {
    const answers = panel([yes(3), yes(5), because(yes(6), 'New posts.'), yes(7), yes(9)])
    expect(seenBy('ann', answers, { specialism: true, all: false }).here).toEqual({
      answers: null,
      stances: null,
      impact: null,
      consensus: 'withheld',
      reasons: ['New posts.'],
    })
    const few = panel([yes(3), yes(5)])
    expect(seenBy('ann', few, { specialism: true, all: false }).here.consensus).toBe('too-few')
  })

  it('holds the reasons of the others, in the order of the alphabet and under no name', () => {
    const answers = panel([
      because(yes(1), 'Mine.'),
      because(yes(2), 'b'),
      because(no, 'a'),
      because(cannotJudge, 'c'),
      yes(3),
    ])
    expect(seenBy('ann', answers).here.reasons).toEqual(['a', 'b', 'c'])
    expect(seenBy(null, answers).here.reasons).toEqual(['Mine.', 'a', 'b', 'c'])
  })

  it('holds no reason of another specialism', () => {
    expect(seenBy('ann', panel([yes(1)], [because(yes(2), 'Elsewhere.')])).here.reasons).toEqual([])
  })
})

describe('what a panel member sees of when', () => {
  it('is pooled over all specialisms from five answers up', () => {
    const { arrival } = seenBy(
      'ann',
      panel([yes(3, 0), yes(5, 1), yes(5, null)], [yes(7, 1), yes(8, 1), yes(9, 3), no]),
    )
    expect(arrival).toEqual({
      answers: 5,
      byBand: [1, 3, 0, 1],
      // Of 5 answers: .33 by 2026, .67, 1 by 2028, 2 by 2029, 3 by 2030, 4 by 2031; quarters at 1.25, 2.5 and 3.75
      years: { lower: 2029, median: 2030, upper: 2031 },
      consensus: 'agreement',
    })
  })

  it('is not told below five answers, or of too few people, however many answers they gave', () => {
    expect(seenBy('ann', panel([yes(3)], [yes(7), yes(8), yes(9)])).arrival).toMatchObject({
      answers: 4,
      byBand: null,
      years: null,
    })
    const two = ['cardiac', 'genomics', 'audiology'].flatMap((specialism) =>
      ['ann', 'ben'].map((panellist) => ({ panellist, specialism, ...yes(5) })),
    )
    expect(seenBy('ann', two).arrival).toEqual({ answers: null, byBand: null, years: null, consensus: 'too-few' })
  })

  it('is withheld with the ranking’s own figure', () => {
    const answers = panel([yes(3), yes(5), yes(6), yes(7), yes(9)])
    expect(seenBy('ann', answers, { specialism: false, all: true }).arrival).toEqual({
      answers: null,
      byBand: null,
      years: null,
      consensus: 'withheld',
    })
  })
})

const names = ['ann', 'ben', 'cat', 'dan', 'eve', 'fay', 'gus']
const specialisms = ['cardiac', 'genomics', 'audiology']

const anyAnswers: fc.Arbitrary<AnswerOf[]> = fc
  .uniqueArray(
    fc.record({ panellist: fc.constantFrom(...names), specialism: fc.constantFrom(...specialisms), answer: anyAnswer }),
    { selector: ({ panellist, specialism }) => `${panellist} ${specialism}`, maxLength: 16 },
  )
  .map((list) =>
    list
      .filter(({ answer }) => answer.stance !== 'withdrawn')
      .map(({ answer, ...whose }, i) => ({ ...whose, ...answer, reason: i % 3 === 0 ? `Reason ${i % 5}` : null })),
  )

const anyWithheld = fc.record({ specialism: fc.boolean(), all: fc.boolean() })
const anyReader = fc.constantFrom(...names, null)

describe('of any answers', () => {
  it('a view says nothing of names or of the order in which answers came', () => {
    fc.assert(
      fc.property(anyAnswers, anyWithheld, anyReader, (answers, withheld, reader) => {
        const view = seenBy(reader, answers, withheld)
        expect(seenBy(reader, answers.toReversed(), withheld)).toEqual(view)
        for (const name of names) expect(JSON.stringify(view)).not.toContain(`"${name}"`)
      }),
    )
  })

  it('impacts for which fewer than five people stand change nothing that is seen', () => {
    fc.assert(
      fc.property(
        anyAnswers,
        anyWithheld,
        anyReader,
        fc.integer({ min: 1, max: 9 }),
        (answers, withheld, reader, other) => {
          const rated = answers.filter(({ specialism, stance }) => specialism === 'cardiac' && stance === 'rated')
          const mustHide = rated.length < 5 || withheld.specialism
          const changed = answers.map((answer) =>
            answer.impact !== null && (mustHide || answer.specialism !== 'cardiac')
              ? { ...answer, impact: other }
              : answer,
          )
          expect(seenBy(reader, changed, withheld)).toEqual(seenBy(reader, answers, withheld))
        },
      ),
    )
  })

  it('years of fewer than three others change nothing that is seen', () => {
    fc.assert(
      fc.property(
        anyAnswers,
        anyWithheld,
        anyReader,
        fc.integer({ min: 0, max: 3 }),
        (answers, withheld, reader, band) => {
          const dated = answers.filter(({ arrival }) => arrival !== null && arrival.kind !== 'cannot-say')
          const others = new Set(dated.map(({ panellist }) => panellist).filter((name) => name !== reader))
          if (others.size >= 3 && dated.length >= 5 && !withheld.all) return
          const changed = answers.map((answer) =>
            dated.includes(answer) ? { ...answer, arrival: { kind: 'band' as const, band } } : answer,
          )
          expect(seenBy(reader, changed, withheld)).toEqual(seenBy(reader, answers, withheld))
        },
      ),
    )
  })

  it('counts add up', () => {
    fc.assert(
      fc.property(anyAnswers, anyReader, (answers, reader) => {
        const { here, arrival } = seenBy(reader, answers)
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
        if (here.impact) expect(sum(here.impact.distribution)).toBe(here.stances!.rated)
        if (arrival.byBand) expect(sum(arrival.byBand)).toBe(arrival.answers)
      }),
    )
  })
})
