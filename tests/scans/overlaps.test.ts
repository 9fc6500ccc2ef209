import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { overlapsAmong } from '../../api/scans/overlaps.ts'
import { isTimeZone } from '../../api/scans/time-zone.ts'
import { saidOfUses } from '../../api/scans/uses.ts'

const one = (slug: string, ...overlapsWith: string[]) => ({ slug, overlapsWith })

describe('overlapping specialisms', () => {
  it('are named in pairs, each once, whichever of the two says so', () => {
    const held = [one('a', 'b'), one('b', 'a'), one('c'), one('d', 'c')]
    expect(overlapsAmong(held)).toEqual([
      { a: 'a', b: 'b' },
      { a: 'c', b: 'd' },
    ])
  })

  it('are no matter where the scan holds one of the two', () => {
    expect(overlapsAmong([one('a', 'b'), one('c', 'd')])).toEqual([])
  })

  it('are as many in any order, and never a specialism with itself', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const held = fc
      .tuple(...names.map(() => fc.subarray(names)))
      .map((overlaps) => names.map((name, i) => one(name, ...overlaps[i]!)))
    fc.assert(
      fc.property(held, (specialisms) => {
        const found = overlapsAmong(specialisms)
        expect(overlapsAmong(specialisms.toReversed())).toHaveLength(found.length)
        expect(found.every(({ a, b }) => a !== b)).toBe(true)
        expect(new Set(found.map(({ a, b }) => [a, b].sort().join())).size).toBe(found.length)
      }),
    )
  })
})

describe('a time zone', () => {
  it.each(['Europe/London', 'Europe/Belfast', 'America/Argentina/Ushuaia', 'UTC'])('may be %s', (name) => {
    expect(isTimeZone(name)).toBe(true)
  })

  it.each(['', 'Europe/Londinium', '+01:00', '-05', 'London', 'Europe/London\n'])('may not be %j', (name) => {
    expect(isTimeZone(name)).toBe(false)
  })
})

describe('what stands in the way of taking a specialism out', () => {
  it.each([
    [{ panellists: 0, technologies: 0, reviews: 0 }, ''],
    [{ panellists: 1, technologies: 0, reviews: 0 }, '1 panel member answers for it'],
    [
      { panellists: 2, technologies: 3, reviews: 1 },
      '2 panel members answer for it, its rounds ask it about 3 technologies and it has 1 review',
    ],
  ])('%j is said as %j', (uses, said) => {
    expect(saidOfUses(uses)).toBe(said)
  })
})
