import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { foldInto, foldingNotice } from '../../api/exchange/fold.ts'

const holding = (sizes: Record<string, number>) =>
  Object.entries(sizes).map(([name, technologies]) => ({ slug: name.toLowerCase(), name, technologies }))
const namesOf = (sizes: Record<string, number>) => foldInto(4, holding(sizes)).map(({ name }) => name)

describe('folding categories into four slices', () => {
  it('leaves four as they are, and leaves out those without a technology', () => {
    expect(namesOf({ A: 3, B: 0, C: 1, D: 9, E: 2 })).toEqual(['A', 'C', 'D', 'E'])
    expect(foldingNotice(4, holding({ A: 3, B: 0, C: 1, D: 9, E: 2 }))).toBeNull()
  })

  it('joins neighbours so that the largest slice is as small as it can be', () => {
    // 8 | 2 2 2 | 7 | 3 1: no way has a largest below 8
    expect(namesOf({ A: 8, B: 2, C: 2, D: 2, E: 7, F: 3, G: 1 })).toEqual(['A', 'B / C / D', 'E', 'F / G'])
  })

  it('says what was joined', () => {
    expect(foldingNotice(4, holding({ A: 5, B: 1, C: 1, D: 5, E: 5 }))).toBe(
      'This form holds 4 slices, and the radar has 5. Neighbouring categories are joined: “A”, “B / C”, “D” and “E”.',
    )
  })

  it('keeps every category once, in its order, in at most four slices, and is empty for nothing', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 14 })
    fc.assert(
      fc.property(sizes, (counts) => {
        const categories = counts.map((technologies, i) => ({ slug: `c${i}`, name: `C${i}`, technologies }))
        const slices = foldInto(4, categories)
        const used = categories.filter(({ technologies }) => technologies > 0).map(({ slug }) => slug)
        expect(slices.flatMap(({ members }) => members)).toEqual(used)
        expect(slices.length).toBe(Math.min(4, used.length))
      }),
    )
  })
})
