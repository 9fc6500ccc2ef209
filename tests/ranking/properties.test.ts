import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Lens } from '../../api/ranking/lens.ts'
import { type Ranked, type Ranking, type RankingInput, rank } from '../../api/ranking/rank.ts'
import { criteria } from '../../api/scans/method.ts'
import { anyPanel } from '../support/any-panel.ts'
import { type Asked, type GivenPanel, givenPanel, withdrawn } from '../support/given-panel.ts'

/** Every lens of a panel: all, each grouping, each specialism. */
function lensesOf({ specialisms }: RankingInput): Lens[] {
  const groupings = [...new Set(specialisms.map(({ grouping }) => grouping))]
  return [
    { kind: 'all' },
    ...groupings.map((id): Lens => ({ kind: 'grouping', id })),
    ...specialisms.map(({ id }): Lens => ({ kind: 'specialism', id })),
  ]
}

function forAnyRanking(check: (ranking: Ranking, given: GivenPanel, lens: Lens) => void) {
  fc.assert(
    fc.property(anyPanel, (given) => {
      const input = givenPanel(given)
      for (const lens of lensesOf(input)) check(rank(input, lens), given, lens)
    }),
    { numRuns: 150 },
  )
}

const listsOf = ({ ranked, awaiting, alreadyHere, notAffected }: Ranking) => [
  ranked,
  awaiting,
  alreadyHere,
  notAffected,
]

/** What a ranking says, without the numbers that depend on the order in which technologies were read. */
function saidOf(ranking: Ranking) {
  return listsOf(ranking).map((list) =>
    list.map((row) => JSON.stringify({ ...row, number: 0, found: 0, values: 0, contributions: 0 })),
  )
}

function reversed<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).reverse())
}

function mapAsked(given: GivenPanel, of: (asked: Asked, technology: string) => Asked): GivenPanel {
  return {
    ...given,
    technologies: Object.fromEntries(
      Object.entries(given.technologies).map(([id, technology]) => [
        id,
        { ...technology, asked: of(technology.asked, id) },
      ]),
    ),
    later: given.later?.map((round) =>
      Object.fromEntries(Object.entries(round).map(([id, asked]) => [id, of(asked, id)])),
    ),
  }
}

const without = (answers: Asked[string], left: (panellist: string) => boolean): Asked[string] =>
  Object.fromEntries(Object.entries(answers).filter(([panellist]) => !left(panellist)))

const silencing = (specialism: string, asked: Asked): Asked =>
  asked[specialism] ? { ...asked, [specialism]: {} } : asked

describe('on any panel, under any lens', () => {
  it('contributions add up to the score, which is from 0 to 100', () => {
    forAnyRanking(({ ranked }) => {
      for (const { contributions, score } of ranked) {
        const sum = criteria.reduce((total, criterion) => total + contributions[criterion], 0)
        expect(Math.abs(sum - score)).toBeLessThan(1e-9)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
      }
    })
  })

  it('every technology is in exactly one of the four lists', () => {
    forAnyRanking((ranking, given) => {
      const ids = listsOf(ranking).flatMap((list) => list.map(({ id }) => id))
      expect(ids.toSorted()).toEqual(Object.keys(given.technologies).toSorted())
    })
  })

  it('places never fall as the score falls, and only equal scores share one', () => {
    forAnyRanking(({ ranked }) => {
      ranked.forEach((row, i) => {
        const before = ranked[i - 1]
        expect(row.place).toBe(before && before.score === row.score ? before.place : i + 1)
        if (before) expect(before.score).toBeGreaterThanOrEqual(row.score)
      })
    })
  })

  it('the ranking is the same whatever the order of specialisms, technologies and answers', () => {
    forAnyRanking((ranking, given, lens) => {
      const turned = mapAsked(given, (asked) =>
        reversed(Object.fromEntries(Object.entries(asked).map(([s, a]) => [s, reversed(a)]))),
      )
      const input = givenPanel({
        ...turned,
        specialisms: reversed(given.specialisms),
        technologies: reversed(turned.technologies),
      })
      expect(saidOf(rank(input, lens))).toEqual(saidOf(ranking))
    })
  })

  it('a technology that nobody has answered on changes nobody’s score', () => {
    forAnyRanking((ranking, given, lens) => {
      const asked = Object.fromEntries(Object.keys(given.specialisms).map((specialism) => [specialism, {}]))
      const technologies = { unanswered: { asked }, ...given.technologies }
      const scores = ({ ranked }: Ranking) => ranked.map(({ id, score, place }) => ({ id, score, place }))
      expect(scores(rank(givenPanel({ ...given, technologies }), lens))).toEqual(scores(ranking))
    })
  })

  it('an answer that is given again in a later round counts once', () => {
    forAnyRanking((ranking, given, lens) => {
      const rounds = [
        Object.fromEntries(Object.entries(given.technologies).map(([id, { asked }]) => [id, asked])),
        ...given.later!,
      ]
      expect(saidOf(rank(givenPanel({ ...given, later: [...given.later!, rounds.at(-1)!] }), lens))).toEqual(
        saidOf(ranking),
      )
    })
  })

  it('a withdrawn answer counts for nothing', () => {
    forAnyRanking((_, given, lens) => {
      const never = mapAsked(given, (asked) =>
        mapAnswers(asked, (answers) => without(answers, (name) => name === 'ann')),
      )
      const everything = mergedAsked(given)
      const taken = mapEach(everything, (asked) =>
        mapAnswers(asked, (answers): Asked[string] => (answers.ann ? { ann: withdrawn } : {})),
      )
      const after = givenPanel({ ...given, later: [...given.later!, taken] })
      expect(saidOf(rank(after, lens))).toEqual(saidOf(rank(givenPanel(never), lens)))
    })
  })
})

describe('silence', () => {
  const reachable = (rows: Ranked[], id: string) => rows.find((row) => row.id === id)?.found.reachable

  it('of a specialism lowers no technology’s reach', () => {
    forAnyRanking((ranking, given, lens) => {
      const silent = givenPanel(mapAsked(given, (asked) => silencing('s1', asked)))
      for (const { id, found } of rank(silent, lens).ranked) {
        const before = reachable(ranking.ranked, id)
        if (before !== undefined) expect(found.reachable).toBeGreaterThanOrEqual(before)
      }
    })
  })

  it('of one who would have said no lowers no technology’s reach', () => {
    forAnyRanking((ranking, given, lens) => {
      const silent = givenPanel(
        mapAsked(given, (asked) =>
          mapAnswers(asked, (answers) => without(answers, (name) => saysNoThroughout(given, name))),
        ),
      )
      for (const { id, found } of rank(silent, lens).ranked) {
        const before = reachable(ranking.ranked, id)
        if (before !== undefined) expect(found.reachable).toBeGreaterThanOrEqual(before)
      }
    })
  })
})

function mapAnswers(asked: Asked, of: (answers: Asked[string]) => Asked[string]): Asked {
  return Object.fromEntries(Object.entries(asked).map(([specialism, answers]) => [specialism, of(answers)]))
}

function mapEach<A, B>(record: Record<string, A>, of: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]))
}

/** All that any round asked, with everybody who said anything. */
function mergedAsked(given: GivenPanel): Record<string, Asked> {
  const merged: Record<string, Asked> = {}
  for (const round of [mapEach(given.technologies, ({ asked }) => asked), ...given.later!])
    for (const [id, asked] of Object.entries(round))
      for (const [specialism, answers] of Object.entries(asked)) {
        merged[id] = { ...merged[id], [specialism]: { ...merged[id]?.[specialism], ...answers } }
      }
  return merged
}

function saysNoThroughout(given: GivenPanel, panellist: string): boolean {
  const rounds = [mapEach(given.technologies, ({ asked }) => asked), ...given.later!]
  const answers = rounds.flatMap((round) =>
    Object.values(round).flatMap((asked) => Object.values(asked).map((byName) => byName[panellist])),
  )
  return answers.every((answer) => !answer || answer.stance === 'not-affected')
}
