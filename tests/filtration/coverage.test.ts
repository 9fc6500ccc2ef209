import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { coverageOf, type Placed } from '../../api/filtration/coverage.ts'

const specialisms = 5
const categories = 3
const placed: fc.Arbitrary<Placed> = fc.record({
  specialisms: fc.uniqueArray(fc.nat(specialisms - 1)),
  category: fc.nat(categories - 1),
  band: fc.nat(6),
  standing: fc.record({
    stage: fc.constantFrom('candidate' as const, 'in-scan' as const, 'in-edition' as const),
    fate: fc.constantFrom('waiting' as const, 'parked' as const, 'adopted' as const, 'not-asked' as const),
    reason: fc.constant(null),
  }),
  signals: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
})

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
const inCells = (counts: readonly number[][]) => sum(counts.map(([, , , ...here]) => sum(here)))

describe('the coverage of anything', () => {
  it('adds up to the different technologies', () => {
    fc.assert(
      fc.property(fc.array(placed), (all) => {
        const { technologies, bySpecialism, byCategory, counts } = coverageOf(all, specialisms, categories)
        expect(technologies).toBe(all.filter((one) => one.specialisms.length > 0).length)
        expect(sum(byCategory)).toBe(technologies)
        expect(inCells(counts)).toBe(sum(all.map((one) => one.specialisms.length)))
        // A technology has one category, so that the cells of a specialism count each of its technologies once.
        for (let s = 0; s < specialisms; s++)
          expect(inCells(counts.filter(([specialism]) => specialism === s))).toBe(bySpecialism[s])
      }),
    )
  })

  it('counts in each cell what is there, and no cell twice', () => {
    fc.assert(
      fc.property(fc.array(placed), (all) => {
        const { counts, signals } = coverageOf(all, specialisms, categories)
        for (const [s, c, band, ...here] of counts)
          expect(sum(here)).toBe(
            all.filter((one) => one.specialisms.includes(s) && one.category === c && one.band === band).length,
          )
        for (const [s, c, n] of signals)
          expect(n).toBe(
            new Set(
              all.filter((one) => one.specialisms.includes(s) && one.category === c).flatMap((one) => one.signals),
            ).size,
          )
        expect(new Set(counts.map((count) => count.slice(0, 3).join())).size).toBe(counts.length)
      }),
    )
  })

  it('tells what is in the scan from candidates, and both from what left before it was asked about', () => {
    const of = (stage: 'candidate' | 'in-scan', fate: 'waiting' | 'parked' | 'not-asked') => ({
      ...{ specialisms: [0], category: 0, band: 6, signals: [] },
      standing: { stage, fate, reason: null },
    })
    const all = [
      of('in-scan', 'parked'),
      of('candidate', 'waiting'),
      of('candidate', 'not-asked'),
      of('candidate', 'parked'),
    ]
    expect(coverageOf(all, 1, 1).counts).toEqual([[0, 0, 6, 1, 2, 1]])
  })
})
