import { describe, expect, it } from '@jest/globals'
import { countPilot } from '../../api/rounds/pilot-counts.ts'

const item = (panellist: string, technology: string, said: 'yes' | 'cannot judge' | 'nothing') => ({
  panellist,
  technology,
  answered: said !== 'nothing',
  cannotJudge: said === 'cannot judge',
})

describe('what is told of a pilot', () => {
  it('is who cannot judge only from as many people as may be shown together', () => {
    const two = [item('ann', 't1', 'cannot judge'), item('ben', 't1', 'yes'), item('cat', 't1', 'nothing')]
    expect(countPilot(two, 3)).toMatchObject({ asked: 3, answered: 2, cannotJudge: null })
    expect(countPilot([...two.slice(0, 2), item('cat', 't1', 'yes')], 3)).toMatchObject({ answered: 3, cannotJudge: 1 })
  })

  it('is by technology for all or for none, since the total less the rest would be the hidden one', () => {
    const items = [
      ...['ann', 'ben', 'cat'].map((person) => item(person, 't1', 'cannot judge')),
      item('ann', 't2', 'cannot judge'),
    ]
    const { cannotJudge, byTechnology } = countPilot(items, 3)
    expect(cannotJudge).toBe(4)
    expect([...byTechnology.values()].map((one) => one.cannotJudge)).toEqual([null, null])
  })
})
