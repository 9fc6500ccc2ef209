import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { withoutCriteria, withoutSpecialisms } from '../../api/ranking/fragility.ts'
import { type Lens, lensesOver } from '../../api/ranking/lens.ts'
import { type RankingInput, rank, readThrough, withheldFrom } from '../../api/ranking/rank.ts'
import { smallestSwap } from '../../api/ranking/swap.ts'
import { defaultMethod } from '../../api/scans/method.ts'
import { anyPanel } from '../support/any-panel.ts'
import { finished } from '../support/finished.ts'
import { type Asked, type GivenPanel, givenPanel } from '../support/given-panel.ts'

const { weights } = defaultMethod

/** Two specialisms of a technology whose figures nobody may read, and which weigh the same in the same grouping. */
function hiddenTwins(input: RankingInput, technology: number): [string, string] | undefined {
  const hidden = [...withheldFrom(input, technology).specialisms].map((s) => input.specialisms[s]!)
  for (const a of hidden)
    for (const b of hidden)
      if (a.id < b.id && a.grouping === b.grouping && a.headcount === b.headcount) return [a.id, b.id]
  return undefined
}

/** The same panel, with what these two specialisms said of a technology the other way round. */
function exchanged(given: GivenPanel, technology: string, [a, b]: [string, string]): GivenPanel {
  const other = (specialism: string) => (specialism === a ? b : specialism === b ? a : specialism)
  const turn = (asked: Asked): Asked =>
    Object.fromEntries(Object.entries(asked).map(([specialism, answers]) => [other(specialism), answers]))
  const { [technology]: one, ...rest } = given.technologies
  return {
    ...given,
    technologies: { ...rest, [technology]: { ...one!, asked: turn(one!.asked) } },
    later: given.later?.map((round) =>
      Object.fromEntries(Object.entries(round).map(([id, asked]) => [id, id === technology ? turn(asked) : asked])),
    ),
  }
}

/** All that is told of what places rest on, but for panel members; by ids, since the numbers of the two panels may differ. */
function toldOf(input: RankingInput, lens: Lens) {
  const reading = readThrough(input, lens)
  const without = finished(withoutSpecialisms(input, reading, weights))
  const byCriteria = finished(withoutCriteria(reading, weights))
  const { ranked } = rank(input, lens)
  return Object.fromEntries(
    input.candidates.map(({ id }, k) => {
      const row = ranked.findIndex((one) => one.id === id)
      const withheld = withheldFrom(input, k).specialisms
      return [
        id,
        {
          specialisms: without
            .filter(({ what }) => !withheld.has(what))
            .map(({ what, places }) => `${input.specialisms[what]!.id}: ${places[k]}`)
            .sort(),
          criteria: byCriteria.map(({ what, places }) => `${what}: ${places[k]}`),
          swap:
            row > 0 && ranked[row - 1]!.score > ranked[row]!.score
              ? smallestSwap(ranked[row - 1]!.values, ranked[row]!.values, weights, reading.lens.size)?.to
              : undefined,
        },
      ]
    }),
  )
}

/** What anybody may read of the ranking through every lens: places, whole-scan figures, and what is hidden. */
function publicOf(input: RankingInput) {
  const rows = lensesOver(input.specialisms).map((lens) =>
    rank(input, lens).ranked.map(({ id, place, score, found, years }) => [
      id,
      place,
      score.toFixed(6),
      found.affected,
      found.answers,
      years.middle,
    ]),
  )
  const hidden = input.candidates.map((_, k) =>
    [...withheldFrom(input, k).specialisms].map((s) => input.specialisms[s]!.id).sort(),
  )
  return JSON.stringify([rows, hidden])
}

/** Panels that hide more than most. */
const anyHiding = anyPanel.map((given): GivenPanel => ({ ...given, method: { ...given.method, minimumShown: 4 } }))

describe('what a place is said to rest on', () => {
  it('is the same whichever of two hidden specialisms said what, so that it tells neither’s answers', () => {
    let tried = 0
    fc.assert(
      fc.property(anyHiding, (given) => {
        const input = givenPanel(given)
        for (const [k, { id }] of input.candidates.entries()) {
          const twins = hiddenTwins(input, k)
          if (!twins) continue
          const other = givenPanel(exchanged(given, id, twins))
          // Only what looks the same from outside: the attacker knows everything that is published.
          if (publicOf(other) !== publicOf(input)) continue
          tried++
          for (const lens of lensesOver(input.specialisms)) expect(toldOf(other, lens)).toEqual(toldOf(input, lens))
        }
      }),
      { numRuns: 1000 },
    )
    expect(tried).toBeGreaterThan(50)
  }, 120_000)
})
