import { describe, expect, it } from '@jest/globals'
import { latestOf } from '../../api/ratings/counted.ts'
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
