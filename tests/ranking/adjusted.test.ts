import { describe, expect, it } from '@jest/globals'
import { cannotTellApart, leaningsOf, leastMarks } from '../../api/ranking/leanings.ts'
import { rank } from '../../api/ranking/rank.ts'
import type { AnswerLog } from '../../api/ratings/answer-log.ts'
import type { Answer } from '../../api/ratings/rating.ts'
import { type Asked, givenPanel, no, yes } from '../support/given-panel.ts'
import { rankCorrelation, type Simulation, scoresOf, simulate, usualPanel } from '../support/simulated-panel.ts'

const seeds = Array.from({ length: 40 }, (_, i) => i + 1)

/** Mean rank correlation with the known truth, of the raw order and of the adjusted one. */
function meanCorrelations(changes: Partial<Simulation>): { raw: number; adjusted: number } {
  const sum = { raw: 0, adjusted: 0 }
  for (const seed of seeds) {
    const panel = simulate({ ...usualPanel, ...changes, seed })
    for (const raterScale of ['raw', 'adjusted'] as const)
      sum[raterScale] += rankCorrelation(scoresOf(panel.inputFor({ raterScale })), panel.trueScores) / seeds.length
  }
  return sum
}

describe('the adjusted order, against a truth that is known', () => {
  it('is nearer to it than the raw one where panel members lean strongly', () => {
    const { raw, adjusted } = meanCorrelations({ answering: 0.6 })
    expect(raw).toBeLessThan(0.88)
    expect(adjusted).toBeGreaterThan(0.91)
    const withNo = meanCorrelations({ no: 0.15 })
    expect(withNo.adjusted).toBeGreaterThan(withNo.raw + 0.03)
  })

  it('is nearer whether specialisms have few panel members or more, and however much services differ', () => {
    for (const changes of [{ panel: [3, 4] }, { specialismLevel: 0 }, { specialismLevel: 1.5 }] as const) {
      const { raw, adjusted } = meanCorrelations(changes)
      expect(adjusted).toBeGreaterThan(raw + 0.015)
    }
  })

  it('is no worse where nobody leans, in small scans and larger ones', () => {
    const small = { specialisms: 5, panel: [3, 3], technologies: 15, asked: 3 } as const
    for (const changes of [{}, { specialismLevel: 1.5 }, small]) {
      const { raw, adjusted } = meanCorrelations({ ...changes, leaning: 0 })
      expect(adjusted).toBeGreaterThan(raw - 0.002)
    }
  })
})

describe('leanings', () => {
  const leaningsIn = (panel: ReturnType<typeof simulate>) =>
    leaningsOf(panel.inputFor().tallies, panel.log.panellists.ids.length)

  it('sum to zero', () => {
    for (const seed of seeds.slice(0, 10)) {
      const leanings = leaningsIn(simulate({ ...usualPanel, seed }))
      // Each is rounded to a ten-thousandth.
      expect(Math.abs(leanings.reduce((a, b) => a + b, 0))).toBeLessThan(leanings.length * 0.5e-4 + 1e-9)
    }
  })

  it('are found, up to what a whole panel leans, where people answer much', () => {
    const panel = simulate({ ...usualPanel, seed: 1, panel: [4, 4] })
    expect(rankCorrelation(leaningsIn(panel), panel.trueLeanings)).toBeGreaterThan(0.9)
  })

  it('are none where nobody has anybody to be compared with', () => {
    expect(leaningsIn(simulate({ ...usualPanel, seed: 1, panel: [1, 1] })).every((leaning) => leaning === 0)).toBe(true)
  })
})

/** Ann marks two above ben on each of twelve items, and is alone on a thirteenth, but for eve's mark. */
function strictAndGenerous(eve: number | null) {
  const technologies: Record<string, { asked: Asked }> = Object.fromEntries(
    Array.from({ length: 12 }, (_, k) => {
      const level = 3 + (k % 4)
      const answers = { ann: yes(level + 1), ben: yes(level - 1), cat: yes(level + (k % 3) - 1), dan: no }
      return [`t${k}`, { asked: { cardiac: answers } }]
    }),
  )
  const alone = { asked: { cardiac: { ann: yes(6), ...(eve ? { eve: yes(eve) } : {}) } } }
  const given = { specialisms: { cardiac: 'phys' }, technologies: { ...technologies, alone } }
  return { raw: givenPanel(given), adjusted: givenPanel({ ...given, method: { raterScale: 'adjusted' } }) }
}

const toTenth = (mean: number) => Math.round(mean * 10) / 10

describe('adjusting', () => {
  it('takes off "yes" answers what their giver leans', () => {
    const { raw, adjusted } = strictAndGenerous(null)
    const [ann, ben, cat, dan] = leaningsOf(raw.tallies, 4) as unknown as [number, number, number, number]
    // Two apart, and cat half way; shrunk, because three people are little to know by how much people lean.
    expect(ann).toBeGreaterThan(0.4)
    expect(ann).toBeLessThan(1)
    expect(ben).toBeLessThan(-0.4)
    expect(dan).toBe(0)
    expect(ann + ben + cat).toBeCloseTo(0, 3)
    const { pairs } = adjusted.tallies
    expect(pairs.impact[12]).toBeCloseTo(toTenth(6 - ann), 9)
    // Level 3: 4, 2 and 2, and a "no" that stays 0.
    expect(raw.tallies.pairs.impact[0]).toBe(8)
    expect(pairs.impact[0]).toBeCloseTo(3 * toTenth((8 - ann - ben - cat - dan) / 3), 9)
    expect(pairs.rated).toEqual(raw.tallies.pairs.rated)
  })

  it('keeps every adjusted answer on the scale', () => {
    for (const seed of seeds.slice(0, 10)) {
      const { pairs } = simulate({ ...usualPanel, seed, leaning: 4 }).inputFor({ raterScale: 'adjusted' }).tallies
      pairs.impact.forEach((sum, p) => {
        expect(sum).toBeGreaterThanOrEqual(pairs.rated[p]!)
        expect(sum).toBeLessThanOrEqual(9 * pairs.rated[p]!)
      })
    }
  })

  it('does not move somebody who rated one item, whatever they said', () => {
    for (const eve of [1, 5, 9]) {
      const { raw, adjusted } = strictAndGenerous(eve)
      const leanings = leaningsOf(raw.tallies, 5)
      expect(leanings[4]).toBe(0)
      expect(adjusted.tallies.pairs.impact[12]).toBeCloseTo(2 * toTenth((6 + eve - leanings[0]!) / 2), 9)
    }
  })

  it('moves nobody who gave fewer than five marks, and says every mean to a tenth at most', () => {
    for (const seed of seeds.slice(0, 5)) {
      const panel = simulate({ ...usualPanel, seed, answering: 0.3 })
      const { tallies } = panel.inputFor({ raterScale: 'adjusted' })
      const marks = new Map<number, number>()
      tallies.answers.panellist.forEach((who, i) => {
        if (tallies.answers.impact[i]! > 0) marks.set(who, (marks.get(who) ?? 0) + 1)
      })
      leaningsOf(tallies, panel.log.panellists.ids.length).forEach((leaning, who) => {
        if ((marks.get(who) ?? 0) < leastMarks) expect(leaning).toBe(0)
      })
      tallies.pairs.impact.forEach((sum, p) => {
        const mean = tallies.pairs.rated[p] ? sum / tallies.pairs.rated[p]! : 0
        expect(mean).toBeCloseTo(toTenth(mean), 9)
      })
    }
  })

  it('leaves a scan of raw answers as they were given', () => {
    const panel = simulate({ ...usualPanel, seed: 3 })
    const { answers, pairs } = panel.inputFor({ raterScale: 'raw' }).tallies
    for (let p = 0; p < pairs.specialism.length; p++) {
      const own = answers.impact.subarray(pairs.answerStart[p]!, pairs.answerStart[p]! + pairs.answers[p]!)
      expect(pairs.impact[p]).toBe(own.reduce((a, b) => a + b, 0))
    }
  })

  it('does not depend on the order in which answers came in', () => {
    const { log } = simulate({ ...usualPanel, seed: 5, specialisms: 6, technologies: 20 })
    const order = Array.from({ length: log.length }, (_, i) => i)
    const turned = order.toSorted((a, b) => ((a * 7919) % 1009) - ((b * 7919) % 1009) || a - b)
    expect(scoresIn(log, turned)).toEqual(scoresIn(log, order))
  })
})

/** Scores by name from the same answers, read in another order. */
function scoresIn(log: AnswerLog, order: readonly number[]) {
  const technologies: Record<string, { asked: Record<string, Record<string, Answer>> }> = {}
  for (const i of order) {
    const technology = log.technologies.ids[log.technology[i]!]!
    const specialism = log.specialisms.ids[log.specialism[i]!]!
    technologies[technology] ??= { asked: {} }
    const { asked } = technologies[technology]
    asked[specialism] ??= {}
    asked[specialism][log.panellists.ids[log.panellist[i]!]!] = yes(log.impact[i]!, log.arrival[i]!)
  }
  const specialisms = Object.fromEntries(log.specialisms.ids.map((id) => [id, 'g']))
  const method = { raterScale: 'adjusted', minimumPanel: 1, minimumShown: 1 } as const
  const input = givenPanel({ specialisms, technologies, method })
  return rank(input, { kind: 'all' }).ranked.map(({ id, score }) => ({ id, score }))
}

describe('a specialism with one panel member', () => {
  it('is named, because its level and that person’s leaning cannot be told apart', () => {
    const panel = [
      { specialisms: ['cardiac', 'audiology'] },
      { specialisms: ['cardiac'] },
      { specialisms: ['genomics'] },
    ]
    expect(cannotTellApart(panel)).toEqual(['audiology', 'genomics'])
    expect(cannotTellApart([])).toEqual([])
  })
})
