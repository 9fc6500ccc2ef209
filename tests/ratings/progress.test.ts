import { describe, expect, it } from '@jest/globals'
import { RoundCount } from '../../api/ratings/progress.ts'
import type { Stance } from '../../api/ratings/rating.ts'

/** Who has answered how much, after these versions of an answer by one panel member on one item. */
function answeredAfter(...stances: Stance[]): number | undefined {
  const count = new RoundCount()
  const item = { technology: 'pacemaker', specialism: 'cardiac', panellist: 'ann' }
  stances.forEach((stance, i) => {
    count.hear({ ...item, stance, version: i + 1 })
  })
  return count.answered.get('ann')
}

describe('what a round has been answered', () => {
  it.each<[string, Stance[], number | undefined]>([
    ['nothing, before anybody answers', [], undefined],
    ['an answer once, however often it is changed', ['rated', 'already', 'rated'], 1],
    ['none that is withdrawn', ['rated', 'withdrawn'], 0],
    ['one that is withdrawn and given again', ['rated', 'withdrawn', 'not-affected'], 1],
    ['“cannot judge” too, since the item is dealt with', ['cannot-judge'], 1],
  ])('counts %s', (_, stances, expected) => {
    expect(answeredAfter(...stances)).toBe(expected)
  })

  it('is told beside what it asks', () => {
    const count = new RoundCount()
    count.ask({ technology: 'pacemaker', specialism: 'cardiac' })
    count.ask({ technology: 'pacemaker', specialism: 'genomics' })
    count.ask({ technology: 'sequencing', specialism: 'genomics' })
    expect(count.technologies).toBe(2)
    expect(Object.fromEntries(count.bySpecialism)).toEqual({ cardiac: 1, genomics: 2 })
  })
})
