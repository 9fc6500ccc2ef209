import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type LeavingRow, untraceable } from '../../api/exchange/answers/untraceable.ts'

function told(rows: readonly LeavingRow[], fewest = 3) {
  const work = untraceable(rows, fewest)
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

/** Rows of people by number, each of whom answered these pairs in round 1, or in the round that is given. */
const answered = (people: number[], pairs: number[], round = 1): LeavingRow[] =>
  people.flatMap((panellist) => pairs.map((pair) => ({ panellist, pair, round })))

const named = (rows: readonly LeavingRow[]) => [...told(rows).pseudonymous].sort((a, b) => a - b)

describe('a pseudonym is written', () => {
  it('where three people have rows of the same items', () => {
    expect(named(answered([1, 2, 3], [10, 11]))).toEqual([1, 2, 3])
    const apart = [...answered([1, 2, 3], [10, 11]), ...answered([4, 5, 6], [10])]
    expect(named(apart)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('not where as many rows are of other items: who answered which is known as well', () => {
    const skippedOne = [...answered([1], [10, 11]), ...answered([2], [10, 12]), ...answered([3], [11, 12])]
    expect(named([...skippedOne, ...answered([4, 5, 6, 7], [10, 11, 12])])).toEqual([])
  })

  it('not where somebody without one would be told by that', () => {
    expect(named([...answered([1, 2, 3], [10, 11]), ...answered([4], [10])])).toEqual([])
    // The smaller group goes without, and covers the one.
    const two = [...answered([1, 2, 3], [10, 11]), ...answered([4, 5, 6, 7], [10, 11, 12])]
    expect(named([...two, ...answered([8], [10])])).toEqual([4, 5, 6, 7])
    // Whom it covers there, it does not cover elsewhere: the others go without too.
    expect(named([...two, ...answered([8], [10, 12])])).toEqual([])
  })

  it('not where they answered in rounds that tell them apart', () => {
    const again = [...answered([1, 2, 3], [10]), ...answered([4, 5, 6], [10], 2)]
    expect(named(again)).toEqual([1, 2, 3, 4, 5, 6])
    expect(named([...again, ...answered([1, 2, 4, 5], [11]), ...answered([3, 6], [12])])).toEqual([])
  })
})

describe('the round is told', () => {
  it('where three people answered in each', () => {
    const rows = [...answered([1, 2, 3], [10, 11]), ...answered([4, 5], [10, 11], 2), ...answered([6], [10], 2)]
    expect([...told(rows).tellingRound]).toEqual([10])
  })
})

const anyRows = fc
  .uniqueArray(fc.record({ panellist: fc.nat(14), pair: fc.nat(3), round: fc.constantFrom(1, 1, 1, 2) }), {
    maxLength: 60,
    size: 'max',
    selector: ({ panellist, pair }) => `${panellist} ${pair}`,
  })
  .map((rows) => rows.filter(({ pair }) => rows.filter((other) => other.pair === pair).length >= 3))

it('whatever was answered, no fewer than three share what a file tells of them', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const { pseudonymous, tellingRound } = told(rows)
      const itemOf = ({ pair, round }: LeavingRow) => `${pair} ${tellingRound.has(pair) ? round : ''}`
      const itemsOf = (person: number) =>
        rows
          .filter(({ panellist }) => panellist === person)
          .map(itemOf)
          .sort()
          .join()
      const signatures = [...pseudonymous].map(itemsOf)
      for (const signature of signatures) expect(signatures.filter((s) => s === signature).length).toBeGreaterThan(2)
      for (const item of new Set(rows.map(itemOf))) {
        const bare = rows.filter((row) => itemOf(row) === item && !pseudonymous.has(row.panellist)).length
        expect([1, 2]).not.toContain(bare)
      }
    }),
    { numRuns: 500 },
  )
})

it('finds pseudonyms in some and not in others, so that the rule above is tried', () => {
  const sizes = fc.sample(anyRows, 300).map((rows) => told(rows).pseudonymous.size)
  expect(sizes.some((size) => size > 0)).toBe(true)
  expect(sizes.some((size) => size === 0)).toBe(true)
})
