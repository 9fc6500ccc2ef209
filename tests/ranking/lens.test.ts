import { describe, expect, it } from '@jest/globals'
import { openLens } from '../../api/ranking/lens.ts'

const audiology = { id: 'audiology', grouping: 'phys', headcount: 100 }
const cardiac = { id: 'cardiac', grouping: 'phys', headcount: 40 }
const genomics = { id: 'genomics', grouping: 'lab', headcount: 300 }
const all = [audiology, cardiac, genomics]

describe('a lens', () => {
  it('on all weighs each specialism by its headcount', () => {
    expect(openLens({ kind: 'all' }, all)).toMatchObject({
      weight: Float64Array.of(100, 40, 300),
      total: 440,
      size: 3,
    })
  })

  it('on a grouping holds its specialisms alone', () => {
    expect(openLens({ kind: 'grouping', id: 'phys' }, all)).toMatchObject({
      weight: Float64Array.of(100, 40, 0),
      total: 140,
      size: 2,
    })
  })

  it('on one specialism holds it alone', () => {
    expect(openLens({ kind: 'specialism', id: 'cardiac' }, all)).toMatchObject({
      weight: Float64Array.of(0, 40, 0),
      total: 40,
      size: 1,
    })
  })

  it('weighs all alike where one headcount is not known, even outside the lens', () => {
    const specialisms = [audiology, cardiac, { ...genomics, headcount: null }]
    expect(openLens({ kind: 'grouping', id: 'phys' }, specialisms)).toMatchObject({
      weight: Float64Array.of(1, 1, 0),
      total: 2,
    })
  })

  it('on what the scan does not hold is empty', () => {
    expect(openLens({ kind: 'grouping', id: 'informatics' }, all)).toMatchObject({ total: 0, size: 0 })
  })
})
