import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  type ComparedEdition,
  compareEditions,
  countsOf,
  type Deciding,
} from '../../../api/editions/comparing/compare.ts'
import { editionOf, evidence, frozen } from './made-up.ts'

const inUse = { happenedOn: '2026-01-01', text: 'In use.', sourceTitle: 'A report', sourceUrl: null }
const deciding = (adopted: readonly string[] = [], higher: Record<string, number> | null = {}): Deciding => ({
  adopted: new Map(adopted.map((id) => [id, inUse])),
  higher: higher && new Map(Object.entries(higher)),
})
const statuses = (from: ComparedEdition, to: ComparedEdition, by: Deciding) =>
  Object.fromEntries(compareEditions(from, to, by).map(({ id, status }) => [id, status]))

describe('two editions held together', () => {
  it('say of each technology whether it is new, stayed, was adopted or was dropped', () => {
    const from = editionOf(['a', 'b', 'c'])
    const to = editionOf(['b', 'd'])

    expect(statuses(from, to, deciding(['c']))).toEqual({ a: 'dropped', b: 'stayed', c: 'adopted', d: 'new' })
  })

  it('list the later ranking by its places, then those that left by the places they had', () => {
    const items = compareEditions(editionOf(['a', 'b', 'c']), editionOf(['d', 'b']), deciding())

    expect(items.map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c'])
  })

  it('keep one that is still ranked as stayed, though an outcome says that it is in use', () => {
    expect(statuses(editionOf(['a']), editionOf(['a']), deciding(['a']))).toEqual({ a: 'stayed' })
  })

  it('say in which list one that left is now, and by what it is known to be in use', () => {
    const to = editionOf([], { otherList: new Map([['a', 'already-here']]) })
    const [a, b] = compareEditions(editionOf(['a', 'b']), to, deciding(['a']))

    expect(a).toMatchObject({ status: 'adopted', nowIn: 'already-here', outcome: inUse })
    expect(b).toMatchObject({ status: 'dropped', nowIn: 'not-in-scan', outcome: null })
  })

  it('say nothing of movement until the chances have been drawn, and what is clear once they have', () => {
    const [from, to] = [editionOf(['a', 'b']), editionOf(['b', 'a'])]

    expect(compareEditions(from, to, deciding([], null)).map(({ order }) => order)).toEqual([null, null])
    const drawn = compareEditions(from, to, deciding([], { a: 0.05, b: 0.95 }))
    expect(drawn.map(({ order }) => order)).toEqual(['up', 'down'])
    const tooFew = compareEditions(from, to, deciding([], {}))
    expect(tooFew.map(({ order, chance }) => [order, chance])).toEqual([
      ['no-clear-change', null],
      ['no-clear-change', null],
    ])
  })

  it('count what was reworded and what has new evidence', () => {
    const from = editionOf(['a'], { texts: new Map([['a', frozen()]]) })
    const to = editionOf(['a'], { texts: new Map([['a', frozen({ name: 'Alpha', evidence: [evidence('e')] })]]) })

    expect(countsOf(compareEditions(from, to, deciding()))).toMatchObject({ reworded: 1, withNewEvidence: 1 })
  })

  const someOf = fc.shuffledSubarray([...'abcdefgh'])

  it('always add up: start + new − adopted − dropped = end, and each technology is one of the four', () => {
    const chances = fc.option(fc.dictionary(fc.constantFrom(...'abcdefgh'), fc.double({ min: 0, max: 1, noNaN: true })))
    fc.assert(
      fc.property(someOf, someOf, someOf, chances, (first, last, adopted, higher) => {
        const items = compareEditions(editionOf(first), editionOf(last), deciding(adopted, higher))
        const counts = countsOf(items)

        expect(counts.start).toBe(first.length)
        expect(counts.end).toBe(last.length)
        expect(counts.start + counts.new - counts.adopted - counts.dropped).toBe(counts.end)
        expect(counts.stayed + counts.new).toBe(counts.end)
        if (higher) expect(counts.up + counts.down + counts.noClearChange).toBe(counts.stayed)
        expect(items.map(({ id }) => id).sort()).toEqual([...new Set([...first, ...last])].sort())
      }),
    )
  })
})
