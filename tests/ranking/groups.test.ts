import { describe, expect, it } from '@jest/globals'
import { cutIntoGroups } from '../../api/ranking/groups.ts'
import { finished } from '../support/finished.ts'

const cut = (ranked: string[], chanceAbove: (a: number, b: number) => number) =>
  finished(cutIntoGroups(ranked, chanceAbove))

describe('groups', () => {
  // By distance in the list: 1 apart .6, 2 apart .85, 3 apart .9, further .99.
  const byDistance = (a: number, b: number) => [0.5, 0.6, 0.85, 0.9][b - a] ?? 0.99

  it('start anew at the first technology that the group’s first stands above with chance 0.9 or more', () => {
    expect(cut([...'abcdefgh'], byDistance)).toEqual([[...'abc'], [...'def'], [...'gh']])
  })

  it('compare with the group’s first, not with the one before', () => {
    expect(cut([...'abcd'], (a) => (a === 0 ? 0.8 : 1))).toEqual([[...'abcd']])
  })

  it('are one each where all is clear, one where nothing is, and none of nothing', () => {
    expect(cut([...'abc'], () => 1)).toEqual([['a'], ['b'], ['c']])
    expect(cut([...'abc'], () => 0.5)).toEqual([['a', 'b', 'c']])
    expect(cut([], () => 1)).toEqual([])
  })
})
