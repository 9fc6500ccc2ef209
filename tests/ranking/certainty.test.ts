import { describe, expect, it } from '@jest/globals'
import { drawScores } from '../../api/ranking/certainty.ts'
import { rank } from '../../api/ranking/rank.ts'
import { finished } from '../support/finished.ts'
import { givenPanel, yes } from '../support/given-panel.ts'
import { type Simulation, simulate, usualPanel } from '../support/simulated-panel.ts'

function drawn(panel: ReturnType<typeof simulate>, plan: Partial<Parameters<typeof drawScores>[3]> = {}) {
  const input = panel.inputFor()
  const ranking = rank(input, { kind: 'all' })
  const work = drawScores(input, ranking, panel.log.panellists.ids.length, {
    draws: 600,
    seed: 1,
    varies: 'panel',
    ...plan,
  })
  return { ranking, scores: finished(work) }
}

/** Of the scores that very many people would give, the share within the 90 per cent that a panel leaves open. */
function coverage(changes: Partial<Simulation>): number {
  let [inside, all] = [0, 0]
  for (let seed = 1; seed <= 12; seed++) {
    const panel = simulate({ ...usualPanel, ...changes, seed })
    const { ranking, scores } = drawn(panel)
    ranking.ranked.forEach(({ number }, row) => {
      const [low, high] = scores!.quantiles(row, [0.05, 0.95]) as [number, number]
      const truth = panel.scoresOfMany[number]!
      all++
      if (low <= truth && truth <= high) inside++
    })
  }
  return inside / all
}

describe('ranges of nine chances in ten', () => {
  it.each([
    ['one to four panel members a specialism, who lean strongly', {}],
    ['one or two', { panel: [1, 2] }],
    ['four', { panel: [4, 4] }],
    ['who lean little', { leaning: 1 }],
    ['who do not lean', { leaning: 0 }],
    ['who answer half of what they are asked', { answering: 0.5 }],
    ['in services that differ much', { specialismLevel: 1.5 }],
    ['in a small scan', { specialisms: 5, panel: [2, 3], technologies: 12, asked: 3 }],
  ] as [string, Partial<Simulation>][])('hold the truth about nine times in ten: %s', (_, changes) => {
    const share = coverage(changes)
    expect(share).toBeGreaterThan(0.86)
    expect(share).toBeLessThan(0.96)
  })
})

describe('drawing', () => {
  it('says so where there are too few answers', () => {
    expect(drawn(simulate({ ...usualPanel, seed: 1, panel: [1, 1] })).scores).toBeNull()
    const input = givenPanel({
      specialisms: { cardiac: 'phys' },
      technologies: { a: { asked: { cardiac: { ann: yes(5) } } } },
    })
    expect(
      finished(drawScores(input, rank(input, { kind: 'all' }), 1, { draws: 8, seed: 1, varies: 'both' })),
    ).toBeNull()
  })

  it('gives the same from the same seed, and another from another', () => {
    const panel = simulate({ ...usualPanel, seed: 1 })
    const first = drawn(panel, { seed: 7 }).scores!.of(3)
    expect(drawn(panel, { seed: 7 }).scores!.of(3)).toEqual(first)
    expect(drawn(panel, { seed: 8 }).scores!.of(3)).not.toEqual(first)
  })

  it('opens what it is told to: the panel, the weights, or both', () => {
    const panel = simulate({ ...usualPanel, seed: 2 })
    const spreadBy = (varies: 'panel' | 'weights' | 'both') => {
      const { scores } = drawn(panel, { varies, draws: 4000 })
      const [low, high] = scores!.quantiles(0, [0.05, 0.95]) as [number, number]
      return high - low
    }
    expect(spreadBy('weights')).toBeLessThan(spreadBy('both'))
    expect(spreadBy('panel')).toBeLessThan(spreadBy('both'))
  })

  it('says how likely one stands above another, the two ways adding up to certainty', () => {
    const { scores } = drawn(simulate({ ...usualPanel, seed: 3 }))
    expect(scores!.chanceAbove(0, 5) + scores!.chanceAbove(5, 0)).toBeCloseTo(1, 12)
    expect(scores!.chanceAbove(4, 4)).toBe(0.5)
    expect(scores!.chanceAbove(0, 59)).toBeGreaterThan(0.99)
  })

  it('never leaves 0 to 100', () => {
    const { ranking, scores } = drawn(simulate({ ...usualPanel, seed: 4, panel: [1, 2], leaning: 3 }))
    for (let row = 0; row < ranking.ranked.length; row++)
      expect(scores!.of(row).every((score) => score >= 0 && score <= 100)).toBe(true)
  })
})
