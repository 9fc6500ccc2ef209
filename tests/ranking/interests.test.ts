import { describe, expect, it } from '@jest/globals'
import { HeldScan } from '../../api/ranking/held-scan.ts'
import { type Declaration, interestsAsOf } from '../../api/ranking/interests.ts'
import { rank } from '../../api/ranking/rank.ts'
import { type Answer, impactScale } from '../../api/ratings/rating.ts'
import { defaultMethod } from '../../api/scans/method.ts'
import { cannotJudge, givenPanel, horizon, no, yes } from '../support/given-panel.ts'

const declared = (panellist: string, declaredAt: string, ...technologies: string[]): Declaration => ({
  panellist,
  technologies,
  declaredAt,
})

describe('the interests that hold for a closed round', () => {
  it('are each panel member’s latest declaration made before it closed', () => {
    const declarations = [
      declared('ann', '2026-01-01T09:00:00.000Z', 'pacemaker'),
      declared('ben', '2026-01-02T09:00:00.000Z', 'pacemaker', 'monitor'),
      declared('ann', '2026-01-03T09:00:00.000Z'),
      declared('ben', '2026-02-01T09:00:00.000Z'),
    ]
    const asOf = (closedAt: string) =>
      Object.fromEntries([...interestsAsOf(declarations, closedAt)].map(([id, who]) => [id, [...who]]))
    expect(asOf('2025-12-31T00:00:00.000Z')).toEqual({})
    expect(asOf('2026-01-01T09:00:00.000Z')).toEqual({ pacemaker: ['ann'] })
    expect(asOf('2026-01-31T00:00:00.000Z')).toEqual({ pacemaker: ['ben'], monitor: ['ben'] })
    expect(asOf('2026-02-02T00:00:00.000Z')).toEqual({})
  })
})

describe('answers of those with an interest', () => {
  const specialisms = { cardiac: 'phys', genomics: 'lab' }
  const technologies = {
    pacemaker: { asked: { cardiac: { ann: yes(9), ben: yes(3), cat: no }, genomics: { ann: yes(8) } } },
    monitor: { asked: { cardiac: { ann: yes(9), ben: yes(3), dan: cannotJudge } } },
  }
  const interests = { pacemaker: ['ann', 'nobody-here'], monitor: ['dan'], unheard: ['ben'] }
  const sumsOf = (method: object) => {
    const { tallies } = givenPanel({ specialisms, technologies, interests, method })
    const { impact, answers, cannotJudge } = tallies.pairs
    return {
      impact: [...impact],
      answers: [...answers],
      cannotJudge: [...cannotJudge],
      panellists: [...tallies.panellists],
    }
  }

  it('are left out on that technology, in every specialism, where the method says so', () => {
    expect(sumsOf({ leaveOutInterested: true })).toEqual({
      impact: [3, 0, 12],
      answers: [2, 0, 2],
      cannotJudge: [0, 0, 0],
      panellists: [2, 2],
    })
  })

  it('count where it does not', () => {
    expect(sumsOf({})).toEqual({
      impact: [12, 8, 12],
      answers: [3, 1, 2],
      cannotJudge: [0, 0, 1],
      panellists: [3, 2],
    })
  })

  it('leave a technology awaiting answers when too few others have answered', () => {
    const input = givenPanel({ specialisms, technologies, interests, method: { leaveOutInterested: true } })
    expect(rank(input, { kind: 'all' }).awaiting.find(({ id }) => id === 'pacemaker')!.missing).toEqual(['panellists'])
  })
})

describe('a scan that is held in memory', () => {
  const state = {
    method: { ...defaultMethod, leaveOutInterested: true },
    horizon,
    specialisms: [{ id: 'cardiac', grouping: 'phys', headcount: null }],
    candidates: [],
    declarations: [declared('ann', '2026-01-05T00:00:00.000Z', 'pacemaker')],
    closings: new Map([
      [1, '2026-01-04T00:00:00.000Z'],
      [2, '2026-01-06T00:00:00.000Z'],
    ]),
  }

  it('leaves out by what had been declared when the round closed: declaring later moves no figure of it', () => {
    const held = new HeldScan(state)
    held.ask('pacemaker', 'cardiac', 1)
    const answer = (round: number, panellist: string, given: Answer) =>
      held.log.append({ round, panellist, technology: 'pacemaker', specialism: 'cardiac', ...given })
    answer(1, 'ann', yes(impactScale.to))
    answer(1, 'ben', yes(impactScale.from))
    held.update(state)
    expect(held.talliesAsOf(1).pairs.impact[0]).toBe(10)
    expect(held.talliesAsOf(2).pairs.impact[0]).toBe(1)
  })
})
