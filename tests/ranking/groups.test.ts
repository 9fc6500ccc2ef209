import { describe, expect, it } from '@jest/globals'
import { cutIntoGroups } from '../../api/ranking/groups.ts'

const cut = (ranked: number, chanceAbove: (a: number, b: number) => number) =>
  cutIntoGroups(ranked, async (row, from, to) =>
    Array.from({ length: to - from }, (_, i) => chanceAbove(row, from + i)),
  )

describe('groups', () => {
  // By distance in the list: 1 apart .6, 2 apart .85, 3 apart .9, further .99.
  const byDistance = (a: number, b: number) => [0.5, 0.6, 0.85, 0.9][b - a] ?? 0.99

  it('start anew at the first technology that the group’s first stands above with chance 0.9 or more', async () => {
    expect(await cut(8, byDistance)).toEqual([3, 3, 2])
  })

  it('compare with the group’s first, not with the one before', async () => {
    expect(await cut(4, (a) => (a === 0 ? 0.8 : 1))).toEqual([4])
  })

  it('are one each where all is clear, one where nothing is, and none of nothing', async () => {
    expect(await cut(3, () => 1)).toEqual([1, 1, 1])
    expect(await cut(300, () => 0.5)).toEqual([300])
    expect(await cut(0, () => 1)).toEqual([])
  })

  it('may begin far down', async () => {
    expect(await cut(200, (a, b) => (a === 0 && b < 100 ? 0.5 : 0.95))).toEqual([100, ...Array(100).fill(1)])
  })
})
