import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { chanceHigher as chanceOf } from '../../../api/editions/comparing/chance-higher.ts'

/** Of a whole row of places, as what is left out before and after it. */
const taken = (row: number[]) => {
  const from = row.findIndex((units) => units > 0)
  return { from: from + 1, units: row.slice(from, row.findLastIndex((units) => units > 0) + 1) }
}
const chanceHigher = (earlier: number[], later: number[]) => chanceOf(taken(earlier), taken(later))

describe('the chance that a technology stands higher in the later edition', () => {
  it.each([
    { says: 'is 1 where it went from surely third to surely first', earlier: [0, 0, 1], later: [1, 0, 0], chance: 1 },
    { says: 'is 0 the other way round', earlier: [1, 0, 0], later: [0, 0, 1], chance: 0 },
    { says: 'is a half where it surely stays', earlier: [0, 1, 0], later: [0, 1, 0], chance: 0.5 },
    // 0.5·(0.5 + 0.5/2) + 0.5·(0.5/2) = 0.375 + 0.125
    { says: 'is a half where nothing is known of either', earlier: [0.5, 0.5], later: [0.5, 0.5], chance: 0.5 },
    // First in 3 of 4 draws, against second in 4 of 5: 3/4·(4/5 + 1/5·1/2) + 1/4·(4/5·1/2) = 0.675 + 0.1
    { says: 'takes counts as well as shares', earlier: [1, 4], later: [3, 1], chance: 0.775 },
  ])('$says', ({ earlier, later, chance }) => {
    expect(chanceHigher(earlier, later)).toBeCloseTo(chance, 9)
  })

  const places = fc.integer({ min: 1, max: 12 }).chain((n) => {
    const row = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: n, maxLength: n }).filter((r) => r.some(Boolean))
    return fc.tuple(row, row)
  })

  it('and that it stands lower add up to 1', () => {
    fc.assert(
      fc.property(places, ([earlier, later]) => {
        expect(chanceHigher(earlier, later) + chanceHigher(later, earlier)).toBeCloseTo(1, 8)
      }),
    )
  })

  it('is what counting pair by pair gives', () => {
    fc.assert(
      fc.property(places, ([earlier, later]) => {
        let [wins, all] = [0, 0]
        earlier.forEach((e, i) => {
          later.forEach((l, j) => {
            all += e * l
            wins += e * l * (j < i ? 1 : j === i ? 0.5 : 0)
          })
        })
        expect(chanceHigher(earlier, later)).toBeCloseTo(wins / all, 8)
      }),
    )
  })
})
