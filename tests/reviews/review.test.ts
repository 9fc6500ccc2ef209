import { describe, expect, it } from '@jest/globals'
import { changedFields, emptyReview, shownVersion } from '../../api/reviews/review.ts'

describe('what changed between two versions', () => {
  it('is named field by field, in the order of the page', () => {
    const after = { ...emptyReview, action: 'pilot' as const, serviceModel: 'In the community.' }
    expect(changedFields(emptyReview, after)).toEqual(['serviceModel', 'action'])
  })

  it('is nothing where only the order of fields differs', () => {
    const shares = { low: 1, best: 2, high: 3 }
    const before = { ...emptyReview, affected: { middle: shares, end: shares } }
    const after = { ...emptyReview, affected: { end: { high: 3, best: 2, low: 1 }, middle: shares } }
    expect(changedFields(before, after)).toEqual([])
  })
})

describe('the version that a reader sees', () => {
  it.each([
    ['a draft', { newest: 2, signed: null }, 2, null],
    ['a signed one', { newest: 2, signed: 2 }, 2, 2],
    ['a draft after a signed one', { newest: 5, signed: 2 }, 5, 2],
  ])('of %s is the newest for its leads, the signed one for others', (_, head, forLeads, forOthers) => {
    expect(shownVersion(head, true, undefined)).toBe(forLeads)
    expect(shownVersion(head, false, undefined)).toBe(forOthers)
  })

  it('is a draft only where one is under way and may be seen', () => {
    expect(shownVersion({ newest: 5, signed: 2 }, true, 'draft')).toBe(5)
    expect(shownVersion({ newest: 2, signed: 2 }, true, 'draft')).toBeNull()
    expect(shownVersion({ newest: 5, signed: 2 }, false, 'draft')).toBeNull()
    expect(shownVersion({ newest: 5, signed: 2 }, true, 'signed')).toBe(2)
  })
})
