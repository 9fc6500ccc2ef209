import { describe, expect, it } from '@jest/globals'
import { isHiddenFromTypists, latestOf } from '../../api/ratings/counted.ts'
import type { Answer } from '../../api/ratings/rating.ts'
import { cannotJudge, no, withdrawn, yes } from '../support/given-panel.ts'

const by = (panellist: string, answer: Answer, specialism = 'cardiac') => ({ panellist, specialism, ...answer })

describe('which answers count', () => {
  it('are each panel member’s latest, for each specialism by itself', () => {
    const versions = [by('ann', yes(3)), by('ben', no), by('ann', yes(7)), by('ann', yes(1), 'genomics')]
    expect(latestOf(versions)).toEqual([by('ann', yes(7)), by('ben', no), by('ann', yes(1), 'genomics')])
  })

  it('are none of those taken back, however often given before', () => {
    expect(latestOf([by('ann', yes(3)), by('ann', yes(4)), by('ann', withdrawn)])).toEqual([])
    expect(latestOf([by('ann', withdrawn), by('ann', cannotJudge)])).toEqual([by('ann', cannotJudge)])
  })
})

describe('answers typed in from paper', () => {
  const typed = (typist: string | null, ...people: string[]) => people.map((panellist) => ({ panellist, typist }))

  it('leave to their typist nobody else, or enough others', () => {
    expect(isHiddenFromTypists(typed(null, 'ann'), 2)).toBe(true)
    expect(isHiddenFromTypists(typed('sam', 'ann', 'ben'), 2)).toBe(true)
    expect(isHiddenFromTypists([...typed('sam', 'ann', 'ben'), ...typed(null, 'cat')], 2)).toBe(false)
    expect(isHiddenFromTypists([...typed('sam', 'ann', 'ben'), ...typed(null, 'cat', 'dan')], 2)).toBe(true)
  })

  it('are known to each typist by themselves, and one person’s two answers are one person’s', () => {
    expect(isHiddenFromTypists([...typed('sam', 'ann'), ...typed('tom', 'ben', 'cat')], 2)).toBe(false)
    expect(isHiddenFromTypists([...typed('sam', 'ann'), ...typed(null, 'ben', 'ben')], 2)).toBe(false)
  })
})
