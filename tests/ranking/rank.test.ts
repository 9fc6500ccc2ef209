import { describe, expect, it } from '@jest/globals'
import type { Lens } from '../../api/ranking/lens.ts'
import { type Ranking, rank } from '../../api/ranking/rank.ts'
import { type Asked, already, cannotJudge, type GivenPanel, givenPanel, no, yes } from '../support/given-panel.ts'

const specialisms = { cardiac: 'phys', audiology: 'phys', genomics: 'lab' }
const everybody: Lens = { kind: 'all' }

function ranking(technologies: GivenPanel['technologies'], lens: Lens = everybody, rest: Partial<GivenPanel> = {}) {
  return rank(givenPanel({ specialisms, technologies, ...rest }), lens)
}

function listsOf({ ranked, awaiting, alreadyHere, notAffected }: Ranking) {
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
  return {
    ranked: ids(ranked),
    awaiting: Object.fromEntries(awaiting.map((row) => [row.id, row.missing])),
    alreadyHere: ids(alreadyHere),
    notAffected: ids(notAffected),
  }
}

const listOf = (asked: Asked, lens: Lens = everybody, readiness: number | null = 5) =>
  listsOf(ranking({ it: { asked, readiness } }, lens))
const listed = { ranked: [], awaiting: {}, alreadyHere: [], notAffected: [] }

describe('a technology', () => {
  it('is ranked with three panel members and all that the score needs', () => {
    expect(listOf({ cardiac: { ann: yes(5), ben: yes(5), cat: yes(5) } })).toEqual({ ...listed, ranked: ['it'] })
  })

  it.each<[string, Asked, number | null, string[]]>([
    ['is asked nowhere', {}, 5, ['panellists']],
    ['is asked and silent', { cardiac: {} }, 5, ['panellists']],
    ['has two panel members', { cardiac: { ann: yes(5), ben: yes(5) } }, 5, ['panellists']],
    [
      'has the same two in two specialisms',
      { cardiac: { ann: yes(5), ben: yes(5) }, genomics: { ann: yes(5) } },
      5,
      ['panellists'],
    ],
    ['has a third who cannot judge', { cardiac: { ann: yes(5), ben: yes(5), cat: cannotJudge } }, 5, ['panellists']],
    ['has nobody to say when', { cardiac: { ann: yes(5, null), ben: yes(5, null), cat: no } }, 5, ['imminence']],
    ['has no readiness', { cardiac: { ann: yes(5), ben: yes(5), cat: yes(5) } }, null, ['readiness']],
    ['has neither', { cardiac: { ann: yes(5, null), ben: yes(5, null), cat: no } }, null, ['imminence', 'readiness']],
  ])('that %s awaits answers and says what', (_, asked, readiness, missing) => {
    expect(listOf(asked, everybody, readiness)).toEqual({ ...listed, awaiting: { it: missing } })
  })

  it('awaits a year where only a specialism that it does not affect names one', () => {
    const asked = {
      cardiac: { ann: yes(5, null), ben: yes(5, null), cat: yes(5, null) },
      genomics: { dan: yes(2, 0), eve: no, fay: no },
    }
    expect(listOf(asked)).toEqual({ ...listed, awaiting: { it: ['imminence'] } })
  })

  it('counts three panel members from anywhere in the scan', () => {
    const asked = { cardiac: { ann: yes(5) }, audiology: { ben: yes(5) }, genomics: { cat: yes(5) } }
    expect(listOf(asked)).toEqual({ ...listed, ranked: ['it'] })
  })

  it('awaits answers under a lens that nobody of it has answered', () => {
    const asked = { cardiac: { ann: yes(5), ben: yes(5), cat: yes(5) }, genomics: {} }
    expect(listOf(asked, { kind: 'grouping', id: 'lab' }).awaiting).toEqual({ it: ['answers'] })
    expect(listOf(asked, { kind: 'specialism', id: 'audiology' }).awaiting).toEqual({ it: ['not-asked'] })
  })

  it('needs no readiness where readiness carries no weight', () => {
    const weights = { impact: 7000, reach: 2000, imminence: 1000, readiness: 0 }
    const technologies = { it: { asked: { cardiac: { ann: yes(5), ben: yes(5), cat: yes(5) } }, readiness: null } }
    expect(listsOf(ranking(technologies, everybody, { method: { weights } })).ranked).toEqual(['it'])
  })

  it('is already here when more than half of its answers say so', () => {
    const asked = { cardiac: { ann: already, ben: already, cat: yes(5) }, genomics: { dan: already, eve: no } }
    expect(listOf(asked)).toEqual({ ...listed, alreadyHere: ['it'] }) // 3 of 5
  })

  it('is not yet already here when just half of them do', () => {
    const asked = { cardiac: { ann: already, ben: already, cat: yes(5), dan: yes(5) } }
    expect(listOf(asked)).toEqual({ ...listed, ranked: ['it'] }) // 2 of 4
  })

  it('is judged not to affect where every specialism that answers says no', () => {
    const asked = { cardiac: { ann: no, ben: already, cat: yes(9) }, genomics: { dan: no }, audiology: {} }
    expect(listOf(asked)).toEqual({ ...listed, notAffected: ['it'] })
  })

  it('is ranked under the lens of those it affects, and not under that of the others', () => {
    const asked = {
      cardiac: { ann: yes(5), ben: yes(5), cat: yes(5) },
      genomics: { dan: no, eve: no, fay: no },
      audiology: { gus: already, hal: already, ida: already },
    }
    expect(listOf(asked)).toEqual({ ...listed, ranked: ['it'] })
    expect(listOf(asked, { kind: 'specialism', id: 'cardiac' })).toEqual({ ...listed, ranked: ['it'] })
    expect(listOf(asked, { kind: 'grouping', id: 'lab' })).toEqual({ ...listed, notAffected: ['it'] })
    expect(listOf(asked, { kind: 'specialism', id: 'audiology' })).toEqual({ ...listed, alreadyHere: ['it'] })
  })
})

describe('a ranking', () => {
  const rated = (impact: number) => ({ cardiac: { ann: yes(impact), ben: yes(impact), cat: yes(impact) } })

  it('gives ties the better place and puts them by name, then by id', () => {
    const result = ranking({
      t5: { name: 'Wearables', asked: rated(2) },
      t4: { name: 'sequencing', asked: rated(5) },
      t3: { name: 'Pacemaker', asked: rated(9) },
      t2: { name: 'Élastography', asked: rated(5) },
      t1: { name: 'elastography', asked: rated(5) },
    })
    expect(result.ranked.map(({ id, place }) => [place, id])).toEqual([
      [1, 't3'],
      [2, 't1'], // "elastography" twice, then "sequencing"
      [2, 't2'],
      [2, 't4'],
      [5, 't5'],
    ])
  })

  it('puts the other lists by name', () => {
    const result = ranking({
      a: { name: 'Zebra', asked: {} },
      b: { name: 'apple', asked: {} },
      c: { name: 'Mango', asked: {} },
    })
    expect(Object.keys(listsOf(result).awaiting)).toEqual(['b', 'c', 'a'])
  })

  it('gives each technology the band of its middle year', () => {
    const when = (band: number) => ({ cardiac: { ann: yes(5, band), ben: yes(5, band), cat: yes(5, band) } })
    const technologies = { soon: { asked: when(0) }, later: { asked: when(2) }, after: { asked: when(3) } }
    const bands = Object.fromEntries(ranking(technologies).ranked.map(({ id, band }) => [id, band]))
    expect(bands).toEqual({ soon: 0, later: 2, after: 3 })
  })

  it('of nothing is four empty lists', () => {
    expect(listsOf(ranking({}))).toEqual(listed)
  })

  it('knows each technology by its number and how many answered', () => {
    const { ranked } = ranking({
      silent: { asked: {} },
      it: { asked: { ...rated(5), genomics: { ann: no, dan: no } } },
    })
    expect(ranked).toMatchObject([{ id: 'it', number: 1, panellists: 4 }]) // ann, ben, cat, dan
  })
})
