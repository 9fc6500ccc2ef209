import { describe, expect, it } from '@jest/globals'
import { answersAsOf, closedRound } from '../../api/consensus/closed-round.ts'
import { reportedTechnologies } from '../../api/consensus/reported.ts'
import { type ReportContext, reportPart, roundFigures } from '../../api/consensus/round-report.ts'
import { HeldScan } from '../../api/ranking/held-scan.ts'
import { defaultMethod, type Method } from '../../api/scans/method.ts'
import { finished } from '../support/finished.ts'
import { horizon, withdrawn, yes } from '../support/given-panel.ts'

const people = ['ann', 'ben', 'cat', 'dan', 'eve']

/** Two closed rounds on one technology: all five say 5 in the first and 8 in the second, but for eve, who takes hers back. */
function heldScan(changes: Partial<Method> = {}): HeldScan {
  const held = new HeldScan({
    method: { ...defaultMethod, ...changes },
    horizon,
    specialisms: [{ id: 'cardiac', grouping: 'g', headcount: null }],
    candidates: [{ id: 'monitor', slug: 'monitor', category: 'c', name: 'Monitor', alphabet: 'monitor', readiness: 5 }],
    declarations: [
      { panellist: 'ann', technologies: ['monitor'], declaredAt: '2026-01-15' },
      { panellist: 'ben', technologies: ['monitor'], declaredAt: '2026-02-15' },
    ],
    closings: new Map([
      [1, '2026-01-31'],
      [2, '2026-02-28'],
    ]),
  })
  held.ask('monitor', 'cardiac', 1)
  const give = (round: number, panellist: string, answer: ReturnType<typeof yes>) =>
    held.log.append({ round, panellist, technology: 'monitor', specialism: 'cardiac', ...answer })
  for (const panellist of people) give(1, panellist, yes(5))
  for (const panellist of people) give(2, panellist, panellist === 'eve' ? withdrawn : yes(8))
  return held
}

const impactsOf = (held: HeldScan, round: number) =>
  answersAsOf(held, round)('monitor').map(({ panellist, impact }) => [panellist, impact])

const asked = [{ technology: 'monitor', specialism: 'cardiac' }]

function figuresOf(held: HeldScan, round: number, context: ReportContext) {
  const parts = [...reportedTechnologies(held, round, asked)].map((technology) => reportPart(technology, context))
  return finished(roundFigures(parts, context))
}

describe('the answers that count as of a closed round', () => {
  it('are the latest up to it, without those taken back', () => {
    const held = heldScan()
    expect(impactsOf(held, 1)).toEqual(people.map((panellist) => [panellist, 5]))
    expect(impactsOf(held, 2)).toEqual(['ann', 'ben', 'cat', 'dan'].map((panellist) => [panellist, 8]))
    expect(impactsOf(held, 0)).toEqual([])
    expect(answersAsOf(held, 2)('unknown')).toEqual([])
  })

  it('leave out who had declared an interest when it closed, where the method says so', () => {
    const held = heldScan({ leaveOutInterested: true })
    expect(impactsOf(held, 1).map(([panellist]) => panellist)).toEqual(['ben', 'cat', 'dan', 'eve'])
    expect(impactsOf(held, 2).map(([panellist]) => panellist)).toEqual(['cat', 'dan'])
  })

  it('are withheld as the ranking withholds them', () => {
    const held = heldScan({ leaveOutInterested: true })
    expect(closedRound(held, 1).withheld('monitor').all).toBe(false)
    const second = closedRound(held, 2).withheld('monitor')
    expect([second.all, second.specialism('cardiac')]).toEqual([true, true]) // two people
  })
})

describe('the figures of a round', () => {
  const context = (held: HeldScan, changes: Partial<ReportContext> = {}): ReportContext => ({
    method: held.state.method,
    horizon,
    isFirst: false,
    hasReason: (panellist) => panellist === 'ann',
    ...changes,
  })

  it('hold what was answered in it against what counted before it', () => {
    const held = heldScan()
    const figures = figuresOf(held, 2, context(held))

    expect(figures.moved).toMatchObject({ people: 4, impact: { of: 4, moved: 4, meanChange: 3 }, third: { moved: 4 } })
    expect(figures.outside).toEqual({ answers: 4, ofAnswers: 4, withReason: 1 })
    expect(figures.impact).toEqual({ agreement: 0, disagreement: 0, tooFew: 1, withheld: 0 }) // four are left
  })

  it('take no notice of the interested, where the method leaves them out', () => {
    const held = heldScan({ leaveOutInterested: true, minimumShown: 2 })
    const { moved, outside } = figuresOf(held, 2, context(held))
    expect(moved).toMatchObject({ people: 2 })
    expect(outside).toBeNull() // four answered before: nothing was shown
  })

  it('of a first round know nothing of before', () => {
    const held = heldScan()
    const figures = figuresOf(held, 1, context(held, { isFirst: true }))
    expect(figures).toMatchObject({ moved: null, outside: null, impact: { agreement: 1 }, arrival: { agreement: 1 } })
  })
})
