import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type AnsweredTwice, movedBetween } from '../../api/ratings/moved.ts'
import type { Answer } from '../../api/ratings/rating.ts'
import { defaultMethod } from '../../api/scans/method.ts'
import { anyAnswer } from '../support/any-panel.ts'
import { already, cannotJudge, horizon, no, withdrawn, yes } from '../support/given-panel.ts'

const method = { ...defaultMethod, minimumShown: 3 }

/** One panel member for each line: what they answered before, and after. */
function moved(...answers: [Answer, Answer][]) {
  const twice = answers.map(([before, after], i) => ({ panellist: `p${i}`, before, after }))
  return movedBetween(twice, method, horizon)
}

describe('what moved between two rounds', () => {
  it('is counted in each respect over those who could move in it', () => {
    const found = moved(
      [yes(7, 1), yes(7, 1)], // stayed
      [yes(3, 1), yes(5, 1)], // two points, into another third
      [yes(4, 1), yes(5, 2)], // one point, another band
      [yes(8, 1), no], // another stance
      [no, already], // another stance
      [no, no], // stayed
    )

    expect(found).toEqual({
      people: 6,
      any: { of: 6, moved: 4 },
      stance: { of: 6, moved: 2 },
      impact: { of: 3, moved: 2, meanChange: 1 }, // (0 + 2 + 1) ⁄ 3
      third: { of: 3, moved: 1 },
      band: { of: 3, moved: 1 },
    })
  })

  it('leaves out whoever did not answer both times', () => {
    const found = moved([yes(7), cannotJudge], [cannotJudge, yes(7)], [yes(7), withdrawn], [yes(7), yes(8)])
    expect(found.people).toBeNull() // one is too few
    expect(found.any).toBeNull()
  })

  it('compares a band with the three years of a later round by the band they fall in', () => {
    const years = (middle: number): [number, number, number] => [middle - 1, middle, middle + 1]
    const found = moved(
      [yes(5, 1), yes(5, years(2030))], // 2029 to 2031, as before
      [yes(5, 1), yes(5, years(2034))], // a later band
      [yes(5, years(2030)), yes(5, years(2031))], // the same band, another year
      [yes(5, 1), yes(5, null)], // can no longer say
    )
    expect(found.band).toEqual({ of: 3, moved: 1 })
    expect(found.any).toEqual({ of: 4, moved: 3 })
    expect(found.impact).toEqual({ of: 4, moved: 0, meanChange: 0 })
  })

  it('takes no new reason for a move', () => {
    const found = moved([yes(5), { ...yes(5), reason: 'Still.' }], [yes(5), yes(5)], [yes(5), yes(5)])
    expect(found.any).toEqual({ of: 3, moved: 0 })
  })

  it('shows no share of fewer people than may be shown, though others are', () => {
    const found = moved([yes(5), yes(9)], [yes(5), yes(5)], [no, no])
    expect(found.stance).toEqual({ of: 3, moved: 0 })
    expect(found.impact).toBeNull() // two people
  })

  it('shows none from which whoever typed in answers from paper could tell one other person’s', () => {
    const twice = (typists: (string | null)[]) =>
      typists.map((typist, i) => ({ panellist: `p${i}`, before: yes(3), after: { ...yes(7), typist } }))
    expect(movedBetween(twice(['sam', 'sam', null]), method, horizon)).toMatchObject({ people: null, any: null })
    expect(movedBetween(twice(['sam', null, null]), method, horizon).any).toEqual({ of: 3, moved: 3 })
    expect(movedBetween(twice(['sam', 'sam', 'sam']), method, horizon).any).toEqual({ of: 3, moved: 3 })
  })

  it('counts people, not answers', () => {
    const twice = [yes(1), yes(2), yes(3)].map((after) => ({ panellist: 'ann', before: yes(5), after }))
    expect(movedBetween(twice, method, horizon).any).toBeNull()
  })

  it('of nobody is nothing', () => {
    expect(moved()).toEqual({ people: 0, any: null, stance: null, impact: null, third: null, band: null })
  })
})

const anyTwice: fc.Arbitrary<AnsweredTwice[]> = fc.array(
  fc.record({ panellist: fc.constantFrom('ann', 'ben', 'cat', 'dan'), before: anyAnswer, after: anyAnswer }),
)

describe('of any answers', () => {
  it('no share exceeds what it is a share of, and the order changes nothing', () => {
    fc.assert(
      fc.property(anyTwice, (twice) => {
        const { people: _, ...shares } = movedBetween(twice, method, horizon)
        for (const share of Object.values(shares)) if (share) expect(share.moved).toBeLessThanOrEqual(share.of)
        const turned = movedBetween(twice.toReversed(), method, horizon)
        expect(turned.any).toEqual(shares.any)
        expect(turned.impact?.moved).toBe(shares.impact?.moved)
      }),
    )
  })
})
