import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { neededBy, type Share, type SharedSpecialism, shareOfJoiner, shareOut } from '../../api/rounds/share-out.ts'

const three = { anItem: 3, aTechnology: 3 }
const names = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`)
const given = (specialism: string, technologies: number, panellists: string[]): SharedSpecialism => ({
  specialism,
  technologies: names('t', technologies),
  panellists,
})

function loadsIn(shares: readonly Share[], specialism: string, panellists: readonly string[]): number[] {
  return panellists.map((id) => shares.filter((one) => one.panellist === id && one.specialism === specialism).length)
}

const peopleOn = (shares: readonly Share[], technology: string) =>
  new Set(shares.filter((one) => one.technology === technology).map((one) => one.panellist))

describe('sharing the items of a specialism out', () => {
  it('gives six people half of ten items each, three people an item', () => {
    const people = names('p', 6)
    const shares = shareOut([given('cardiac', 10, people)], three)
    expect(shares).toHaveLength(30)
    expect(loadsIn(shares, 'cardiac', people)).toEqual([5, 5, 5, 5, 5, 5])
  })

  it('asks everybody where there are three or fewer', () => {
    expect(shareOut([given('cardiac', 4, names('p', 2))], three)).toHaveLength(8)
    expect(shareOut([given('cardiac', 4, [])], three)).toEqual([])
  })

  it('does not keep the same three together, so that leanings can be told apart', () => {
    const shares = shareOut([given('cardiac', 20, names('p', 6))], three)
    const groups = new Set(names('t', 20).map((technology) => [...peopleOn(shares, technology)].toSorted().join(' ')))
    expect(groups.size).toBeGreaterThan(4)
  })

  it('has as many people on a technology as the method needs to rank it', () => {
    const needed = neededBy({ minimumPanel: 5, minimumShown: 3 })
    const shares = shareOut([given('cardiac', 3, names('p', 9)), given('audiology', 1, names('q', 1))], needed)
    for (const technology of names('t', 3)) expect(peopleOn(shares, technology).size).toBeGreaterThanOrEqual(5)
  })

  it('asks an item of as many people as its figures need to be shown, and of three at least', () => {
    expect(neededBy({ minimumPanel: 5, minimumShown: 4 })).toEqual({ anItem: 4, aTechnology: 5 })
    expect(neededBy({ minimumPanel: 1, minimumShown: 1 })).toEqual({ anItem: 3, aTechnology: 3 })
  })
})

describe('any sharing out', () => {
  const people = names('p', 12)
  const specialism = (name: string) =>
    fc.record({
      specialism: fc.constant(name),
      technologies: fc.subarray(names('t', 15), { minLength: 1 }),
      panellists: fc.subarray(people),
    })
  const anyRound = fc.tuple(specialism('cardiac'), specialism('audiology'), specialism('genomics'))

  it('is in balance, leaves nobody out whom an item needs, and does not depend on the order it is given in', () => {
    fc.assert(
      fc.property(anyRound, fc.integer({ min: 3, max: 5 }), (round, anItem) => {
        const shares = shareOut(round, { anItem, aTechnology: 3 })
        for (const { specialism, technologies, panellists } of round) {
          const loads = loadsIn(shares, specialism, panellists)
          if (loads.length > 0) expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
          for (const technology of technologies) {
            const here = shares.filter((one) => one.technology === technology && one.specialism === specialism)
            expect(here).toHaveLength(Math.min(anItem, panellists.length))
            expect(new Set(here.map((one) => one.panellist)).size).toBe(here.length)
          }
        }
        for (const technology of names('t', 15)) {
          const asked = round.filter((one) => one.technologies.includes(technology))
          const all = new Set(asked.flatMap((one) => one.panellists))
          expect(peopleOn(shares, technology).size).toBeGreaterThanOrEqual(Math.min(3, all.size))
        }
        const turned = round.toReversed().map((one) => ({
          ...one,
          technologies: one.technologies.toReversed(),
          panellists: one.panellists.toReversed(),
        }))
        expect(shareOut(turned, { anItem, aTechnology: 3 })).toEqual(shares)
      }),
    )
  })
})

describe('the share of somebody who joins', () => {
  it('is as much as the others have, of what has fewest people', () => {
    const people = new Map([
      ['t1', 3],
      ['t2', 2],
      ['t3', 3],
      ['t4', 3],
    ])
    expect(shareOfJoiner(people, [2, 3], three)).toEqual(['t2', 't1'])
  })

  it('is all that has too few people, and everything where there is nobody else', () => {
    const people = new Map([
      ['t1', 1],
      ['t2', 1],
      ['t3', 1],
    ])
    expect(shareOfJoiner(people, [1, 1, 1], three)).toEqual(['t1', 't2', 't3'])
    expect(shareOfJoiner(new Map([['t1', 0]]), [], three)).toEqual(['t1'])
  })
})
