import { describe, expect, it } from '@jest/globals'
import { rank, withheldFrom } from '../../api/ranking/rank.ts'
import { stateOfConsensus } from '../../api/ratings/consensus.ts'
import { bandsOf, defaultMethod, type Method } from '../../api/scans/method.ts'
import { type GivenPanel, givenPanel, horizon, no, yes } from '../support/given-panel.ts'

/**
 * A parameter that no code reads would promise something that nothing keeps. So each is changed by itself, and something that
 * the rules say of one and the same panel must change with it.
 */
const changes: { [P in keyof Required<Method>]: Pick<Method, P> & Partial<Method> } = {
  weights: { weights: { impact: 0, reach: 0, imminence: 10_000, readiness: 0 } },
  reachFull: { reachFull: 1 },
  bandEnds: { bandEnds: [1, 2, 3] },
  afterYears: { afterYears: 40 },
  minimumPanel: { minimumPanel: 5 },
  minimumShown: { minimumShown: 2 },
  raterScale: { raterScale: 'adjusted' },
  consensusRule: { consensusRule: 'modal-third' },
  consensusThreshold: { consensusThreshold: 60 },
  leaveOutInterested: { leaveOutInterested: true },
}

/** What a parameter needs to be read at all, beside the usual method. */
const given: Partial<Record<keyof Method, Partial<Method>>> = {
  consensusThreshold: { consensusRule: 'modal-third' },
}

/** Ann marks high and cat low; each has an item of their own; two of three impacts in one third of the scale. */
const panel: GivenPanel = {
  specialisms: { cardiac: 'phys', genomics: 'lab', audiology: 'phys', imaging: 'phys' },
  technologies: {
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, k) => [
        `t${k}`,
        { asked: { cardiac: { ann: yes(6 + (k % 3), 3), ben: yes(5 + (k % 4), 1), cat: yes(2 + (k % 2), 0) } } },
      ]),
    ),
    four: { asked: { cardiac: { ann: yes(7, 2), cat: yes(3, 3) }, genomics: { dan: yes(5), eve: no } } },
  },
  interests: { t3: ['ann'] },
}

/** Of seven, five lie in one third (71 per cent), and the range test finds no disagreement. */
const impacts = [1, 2, 7, 7, 8, 8, 9]

/** All that the rules say of the panel by a method. */
function saidBy(method: Partial<Method>): string {
  const input = givenPanel({ ...panel, method })
  const everything = rank(input, { kind: 'all' })
  return JSON.stringify([
    { ...everything, lens: null },
    bandsOf(input.method, horizon),
    input.candidates.map((_, k) => [...withheldFrom(input, k).specialisms]),
    stateOfConsensus(impacts, input.method),
  ])
}

describe('each parameter of a method', () => {
  it.each(Object.entries(changes) as [keyof Method, Partial<Method>][])('is read: %s', (parameter, change) => {
    const before = given[parameter] ?? {}
    expect(saidBy({ ...before, ...change })).not.toBe(saidBy(before))
  })

  it('is changed above, and by itself', () => {
    expect(Object.keys(changes).toSorted()).toEqual(Object.keys(defaultMethod).toSorted())
    for (const [parameter, change] of Object.entries(changes)) expect(Object.keys(change)).toEqual([parameter])
  })

  it('would be missed: what no rule reads changes nothing', () => {
    expect(saidBy({ unread: 1 } as Partial<Method>)).toBe(saidBy({}))
  })
})
