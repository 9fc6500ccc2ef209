import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { alphabetOf, inOrder, placesOf, rankingOrder } from '../../api/ranking/order.ts'

const row = (name: string, score: number, id = name) => ({ alphabet: alphabetOf(name), score, id })
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)

describe('the order of a ranking', () => {
  it('is by score, within a tie by name, within equal names by id', () => {
    const rows = [row('Zebra', 50), row('apple', 40, 'b'), row('Mango', 50), row('apple', 40, 'a'), row('Kiwi', 60)]
    expect(ids(rows.toSorted(rankingOrder))).toEqual(['Kiwi', 'Mango', 'Zebra', 'a', 'b'])
  })

  it('takes no notice of case and accents', () => {
    const rows = [row('zebra', 1), row('Élastography', 1), row('ECG', 1), row('elastic', 1)]
    expect(ids(rows.toSorted(rankingOrder))).toEqual(['ECG', 'elastic', 'Élastography', 'zebra'])
  })

  it('is the same whatever the order in which it starts, also where everything ties', () => {
    const anyRows = fc.uniqueArray(
      fc.record({ name: fc.constantFrom('A', 'a', 'Á', 'b'), score: fc.constantFrom(0, 1), id: fc.string() }),
      { selector: ({ id }) => id },
    )
    fc.assert(
      fc.property(anyRows, fc.infiniteStream(fc.nat()), (given, keys) => {
        const rows = given.map(({ name, score, id }) => row(name, score, id))
        const shuffled = rows.map((it) => ({ it, key: keys.next().value })).toSorted((a, b) => a.key - b.key)
        expect(shuffled.map(({ it }) => it).toSorted(rankingOrder)).toEqual(rows.toSorted(rankingOrder))
      }),
    )
  })
})

describe('places', () => {
  it.each([
    [
      [90, 80, 80, 70],
      [1, 2, 2, 4],
    ],
    [
      [5, 5, 5],
      [1, 1, 1],
    ],
    [
      [3, 2, 2, 2, 1, 1],
      [1, 2, 2, 2, 5, 5],
    ],
    [[], []],
  ])('of the scores %j are %j', (scores, places) => {
    expect(placesOf(scores)).toEqual(places)
  })
})

describe('comparisons in order', () => {
  it('ask the next one only where the one before does not decide', () => {
    const byLength = (a: string, b: string) => a.length - b.length
    const byLetters = (a: string, b: string) => (a < b ? -1 : 1)
    expect(['bb', 'c', 'ab', 'a'].toSorted(inOrder(byLength, byLetters))).toEqual(['a', 'c', 'ab', 'bb'])
  })
})
