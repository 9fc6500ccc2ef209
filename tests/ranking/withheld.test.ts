import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type RankingInput, rank, withheldFrom } from '../../api/ranking/rank.ts'
import { anyPanel } from '../support/any-panel.ts'
import { type Asked, cannotJudge, type GivenPanel, givenPanel, no, yes } from '../support/given-panel.ts'
import { leaksOf, leaksTo } from '../support/leaks.ts'

const groupings: GivenPanel['specialisms'] = { blood: 'lab', genes: 'lab', tissue: 'lab', heart: 'phys', lungs: 'phys' }
const three = { ann: yes(5), ben: yes(6), cat: yes(7) }
const four = { ...three, dan: yes(8) }
const two = { eve: yes(2), fay: yes(9) }
const one = { gus: yes(9) }

function mapped<T, U>(record: Record<string, T>, of: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]))
}

function withheldIn(asked: Asked, method = {}): { specialisms: string[]; groupings: string[] } {
  const input = givenPanel({ specialisms: groupings, technologies: { pacemaker: { asked } }, method })
  const withheld = withheldFrom(input, 0)
  expect(leaksOf(input, 0)).toEqual([])
  const names = [...withheld.specialisms].map((number) => input.specialisms[number]!.id)
  return { specialisms: names.sort(), groupings: [...withheld.groupings].sort() }
}

describe('what may not be shown of a technology', () => {
  it('is nothing where each specialism has enough panel members', () => {
    expect(withheldIn({ blood: three, genes: four, heart: three })).toEqual({ specialisms: [], groupings: [] })
  })

  it('is a specialism with too few, and with it the next smallest, or subtraction would give it away', () => {
    expect(withheldIn({ blood: two, genes: four, tissue: three })).toEqual({
      specialisms: ['blood', 'tissue'],
      groupings: [],
    })
  })

  it('is two specialisms with too few by themselves, where enough people stand behind both', () => {
    expect(withheldIn({ blood: two, genes: one, tissue: three })).toEqual({
      specialisms: ['blood', 'genes'], // eve, fay and gus: three people
      groupings: [],
    })
  })

  it('is a third specialism where the same few people stand behind two', () => {
    expect(withheldIn({ blood: two, genes: two, tissue: three })).toEqual({
      specialisms: ['blood', 'genes', 'tissue'], // eve and fay alone would be two people
      groupings: [],
    })
  })

  it('is a grouping whose shown specialisms leave one over, and a second one with it', () => {
    expect(withheldIn({ blood: two, genes: four, heart: three, lungs: four })).toEqual({
      specialisms: ['blood', 'heart'],
      groupings: ['lab', 'phys'], // lab less genes is blood; phys less lungs is heart
    })
  })

  it('counts those who cannot judge for nothing', () => {
    const judged = { ...two, gus: cannotJudge }
    expect(withheldIn({ blood: judged, genes: four, tissue: three }).specialisms).toEqual(['blood', 'tissue'])
  })

  it('is a specialism in which a few cannot judge and nobody answered, as if they had: who was heard is known', () => {
    // Tissue covers for the count of blood, and genes for the impact of tissue, to which blood adds nothing.
    expect(withheldIn({ blood: { eve: cannotJudge }, genes: four, tissue: three }).specialisms).toEqual([
      'blood',
      'genes',
      'tissue',
    ])
    const enough = { eve: cannotJudge, fay: cannotJudge, gus: cannotJudge }
    expect(withheldIn({ blood: enough, genes: four, tissue: three }).specialisms).toEqual([])
  })

  it('grows with the number that the method asks for', () => {
    const asked = { blood: three, genes: three, tissue: { ...four, eve: yes(1) } }
    expect(withheldIn(asked, { minimumShown: 3, minimumPanel: 4 }).specialisms).toEqual([])
    expect(withheldIn(asked, { minimumShown: 4, minimumPanel: 4 }).specialisms).toEqual(['blood', 'genes', 'tissue'])
  })

  it('does not take cover behind a specialism that answered no, since its figures are in no score', () => {
    const refusing = { ann: no, ben: no, cat: no }
    expect(withheldIn({ blood: two, genes: refusing, tissue: three })).toEqual({
      specialisms: ['blood', 'tissue'], // with genes instead, blood would be all that is left of the impact
      groupings: [],
    })
  })

  it('is everything where fewer than three stand behind the yes of the whole scan', () => {
    const asked = { blood: one, genes: { ann: no, ben: no, cat: no } }
    const ranking = rank(givenPanel({ specialisms: groupings, technologies: { pacemaker: { asked } } }), {
      kind: 'all',
    })

    expect(ranking.ranked).toEqual([]) // the only impact is gus's own 9
    expect(ranking.awaiting.map((row) => row.missing)).toEqual([['withheld']])
  })

  it('does not take cover behind a specialism that cannot say when', () => {
    const undated = { ann: yes(5, null), ben: yes(6, null), cat: yes(7, null) }
    expect(withheldIn({ blood: two, genes: undated, tissue: four }).specialisms).toEqual(['blood', 'tissue'])
  })
})

describe('a ranking', () => {
  it('lists a technology as withheld under a lens in which it may not be shown', () => {
    const technologies = { pacemaker: { asked: { blood: two, genes: four, tissue: three } } }
    const input = givenPanel({ specialisms: groupings, technologies })
    const missingFor = (id: string) => rank(input, { kind: 'specialism', id }).awaiting.map((row) => row.missing)

    expect(missingFor('blood')).toEqual([['withheld']])
    expect(missingFor('tissue')).toEqual([['withheld']])
    expect(missingFor('genes')).toEqual([])
  })

  it('says nothing of a no or an already that may not be shown', () => {
    const technologies = { pacemaker: { asked: { blood: { eve: no, fay: no }, genes: four, tissue: three } } }
    const ranking = rank(givenPanel({ specialisms: groupings, technologies }), { kind: 'specialism', id: 'blood' })

    expect([ranking.notAffected, ranking.alreadyHere, ranking.ranked]).toEqual([[], [], []])
    expect(ranking.awaiting.map((row) => row.missing)).toEqual([['withheld']])
  })

  it('publishes none from which whoever typed answers in from paper could work out one of too few others', () => {
    const anyTypists = fc.array(fc.constantFrom(null, 'sam', 'tom'), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(anyPanel, anyTypists, (given, typists) => {
        let n = 0
        const typed = (asked: Asked): Asked =>
          mapped(asked, (answers) => mapped(answers, (answer) => ({ ...answer, typist: typists[n++ % 5]! })))
        const input = givenPanel({
          ...given,
          technologies: mapped(given.technologies, (one) => ({ ...one, asked: typed(one.asked) })),
          later: given.later?.map((round) => mapped(round, typed)) ?? [],
        })
        const leaks = (typist: number) =>
          input.candidates.flatMap((_, technology) => leaksTo(typist, input, technology))
        expect([...leaks(1), ...leaks(2)]).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('publishes no figures from which one of too few people could be worked out', () => {
    const leaks = (input: RankingInput) => input.candidates.flatMap((_, technology) => leaksOf(input, technology))
    fc.assert(
      fc.property(anyPanel, (given) => {
        expect(leaks(givenPanel(given))).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})
