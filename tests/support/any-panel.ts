import fc from 'fast-check'
import type { Answer } from '../../api/ratings/rating.ts'
import { type Asked, already, cannotJudge, type GivenPanel, no, withdrawn, yes } from './given-panel.ts'

const anyWhen = fc.oneof(
  fc.constantFrom(0, 1, 2, 3, null),
  fc
    .array(fc.integer({ min: 2016, max: 2076 }), { minLength: 3, maxLength: 3 })
    .map((years) => years.sort((a, b) => a - b) as [number, number, number]),
)

/** Mostly yes, so that most technologies are ranked. */
export const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 9 }), anyWhen).map(([impact, when]) => yes(impact, when)),
  },
  { weight: 4, arbitrary: fc.constantFrom(no, no, already, cannotJudge, withdrawn) },
)

const people = ['ann', 'ben', 'cat', 'dan', 'eve', 'fay', 'gus']
const places = ['s1', 's2', 's3', 's4', 's5', 's6', 's7']

const anyAnswers = fc.dictionary(fc.constantFrom(...people), anyAnswer, { maxKeys: 6 })

function anyAsked(specialisms: readonly string[]): fc.Arbitrary<Asked> {
  return fc.dictionary(fc.constantFrom(...specialisms), anyAnswers, { maxKeys: specialisms.length })
}

function anySpecialisms(withHeadcounts: boolean): fc.Arbitrary<GivenPanel['specialisms']> {
  const grouping = fc.constantFrom('g1', 'g2', 'g3')
  const specialism = withHeadcounts ? fc.record({ grouping, headcount: fc.integer({ min: 1, max: 500 }) }) : grouping
  return fc
    .array<string | { grouping: string; headcount: number }>(specialism, { minLength: 1, maxLength: places.length })
    .map((list) => Object.fromEntries(list.map((it, i) => [places[i]!, it])))
}

/** A panel of up to seven specialisms in three groupings, up to eight technologies, one or two rounds. */
export const anyPanel: fc.Arbitrary<GivenPanel> = fc
  .boolean()
  .chain(anySpecialisms)
  .chain((specialisms) => {
    const asked = anyAsked(Object.keys(specialisms))
    const ids = fc.constantFrom('t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8')
    const technology = fc.record({
      name: fc.constantFrom('Pacemaker', 'pacemaker', 'Sequencing', 'Élastography'),
      readiness: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant(null)),
      asked,
    })
    return fc.record({
      specialisms: fc.constant(specialisms),
      technologies: fc.dictionary(ids, technology, { minKeys: 1 }),
      later: fc.array(fc.dictionary(ids, asked), { maxLength: 1 }),
      method: fc.record({
        reachFull: fc.constantFrom(0.2, 0.5, 1),
        minimumShown: fc.integer({ min: 1, max: 4 }),
        minimumPanel: fc.constantFrom(4, 5),
      }),
    })
  })
  .map((panel) => ({ ...panel, later: panel.later.map((round) => onlyKnown(round, panel.technologies)) }))

function onlyKnown<T>(round: Record<string, T>, known: object): Record<string, T> {
  return Object.fromEntries(Object.entries(round).filter(([id]) => id in known))
}
