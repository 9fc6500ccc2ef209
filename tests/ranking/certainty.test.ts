import { describe, expect, it } from '@jest/globals'
import { chanceAbove, type LensCertainty } from '../../api/ranking/certainty.ts'
import { computeCertainty } from '../../api/ranking/certainty-crew.ts'
import { type DrawPlan, usualPlan } from '../../api/ranking/draw-plan.ts'
import type { Lens } from '../../api/ranking/lens.ts'
import { unitsOfDraw } from '../../api/ranking/place-counts.ts'
import { rank } from '../../api/ranking/rank.ts'
import { givenPanel, yes } from '../support/given-panel.ts'
import { type Simulation, simulate, usualPanel } from '../support/simulated-panel.ts'

type Changes = Partial<DrawPlan> & { threads?: number; lens?: Lens; among?: ReadonlySet<string> }

const all: Lens = { kind: 'all' }
const panelOf = (changes: Partial<Simulation> = {}) => simulate({ ...usualPanel, seed: 1, ...changes })

async function found(panel: ReturnType<typeof simulate>, changes: Changes = {}) {
  const { threads, lens = all, among, ...plan } = changes
  const whole = { ...usualPlan, draws: 400, seed: 1, ...plan }
  const people = panel.log.panellists.ids.length
  return (await computeCertainty(panel.inputFor(), people, [lens], whole, threads, among))[0]!
}

async function certainty(panel: ReturnType<typeof simulate>, changes: Changes = {}): Promise<LensCertainty> {
  const known = await found(panel, changes)
  if (known.state !== 'ready') throw new Error(known.state)
  return known.certainty
}

const widthOf = ({ ranges }: LensCertainty) => ranges.reduce((sum, { low, high }) => sum + high - low, 0)

/** By row and by place: what the shares of the draws add up to. */
function sumsOf({ acceptability, draws }: LensCertainty) {
  const ofPlaces = acceptability!.map(() => 0)
  const ofRows = acceptability!.map(({ from, units }) => {
    const shares = Array.from(units, (unit) => unit / (draws * unitsOfDraw))
    shares.forEach((share, i) => {
      ofPlaces[from - 1 + i]! += share
    })
    return shares.reduce((sum, share) => sum + share, 0)
  })
  return [...ofRows, ...ofPlaces]
}

describe('the chances of places', () => {
  it.each(['both', 'panel', 'weights'] as const)('sum to 1 by technology and by place: %s', async (varies) => {
    for (const sum of sumsOf(await certainty(panelOf(), { varies }))) expect(Math.abs(sum - 1)).toBeLessThan(1e-9)
  })

  it('are shared where technologies are tied, by however many', async () => {
    for (const tied of [2, 13, 30]) {
      const technologies = Object.fromEntries(
        Array.from({ length: tied + 1 }, (_, k) => [
          `t${k}`,
          { asked: { cardiac: Object.fromEntries([...'abcdef'].map((who) => [who, yes(k === tied ? 2 : 5)])) } },
        ]),
      )
      const input = givenPanel({ specialisms: { cardiac: 'phys' }, technologies })
      const plan = { ...usualPlan, draws: 80, seed: 1, varies: 'weights' } as const
      const [known] = await computeCertainty(input, 6, [all], plan)
      if (known!.state !== 'ready') throw new Error(known!.state)
      for (const sum of sumsOf(known!.certainty)) expect(Math.abs(sum - 1)).toBeLessThan(1e-9)
      expect(known!.certainty.ranges.map(({ low, high }) => [low, high])).toEqual([
        ...Array.from({ length: tied }, () => [expect.any(Number), expect.any(Number)]),
        [tied + 1, tied + 1],
      ])
      const { from, units } = known!.certainty.acceptability![0]!
      expect([from, units.length]).toEqual([1, tied])
      expect(Math.max(...units) - Math.min(...units)).toBeLessThanOrEqual(80)
    }
  })
})

describe('the same figures', () => {
  it('come from any number of threads', async () => {
    const panel = panelOf()
    const alone = await certainty(panel)
    for (const threads of [1, 2, 3]) expect(await certainty(panel, { threads })).toEqual(alone)
  }, 60_000)

  it('come from the same seed, and others from another', async () => {
    const panel = panelOf()
    const first = await certainty(panel, { seed: 7 })
    expect(await certainty(panel, { seed: 7 })).toEqual(first)
    expect((await certainty(panel, { seed: 8 })).ranges).not.toEqual(first.ranges)
  })

  it('come on any machine: these were worked out on another day', async () => {
    const { ranges } = await certainty(panelOf({ technologies: 12 }), { seed: 20_260_312 })
    expect(ranges.map(({ low, middle, high }) => [low, middle, high])).toMatchInlineSnapshot(`
[
  [
    1,
    2,
    4,
  ],
  [
    1,
    1,
    3,
  ],
  [
    2,
    3,
    6,
  ],
  [
    3,
    5,
    7,
  ],
  [
    3,
    6,
    8,
  ],
  [
    3,
    5,
    7,
  ],
  [
    3,
    6,
    8,
  ],
  [
    7,
    9,
    12,
  ],
  [
    6,
    9,
    11,
  ],
  [
    8,
    9,
    12,
  ],
  [
    9,
    11,
    12,
  ],
  [
    9,
    11,
    12,
  ],
]
`)
  })
})

describe('what is left open', () => {
  it('is the panel, the weights, or both', async () => {
    const panel = panelOf({ seed: 2 })
    const both = widthOf(await certainty(panel, { draws: 1600 }))
    expect(widthOf(await certainty(panel, { draws: 1600, varies: 'weights' }))).toBeLessThan(both)
    expect(widthOf(await certainty(panel, { draws: 1600, varies: 'panel' }))).toBeLessThan(both)
  })

  it('is more, the less firm the weights are', async () => {
    const panel = panelOf({ seed: 3 })
    const widths: number[] = []
    for (const concentration of [400, 50, 10, 4])
      widths.push(widthOf(await certainty(panel, { draws: 2000, varies: 'weights', concentration })))
    expect(widths).toEqual(widths.toSorted((a, b) => a - b))
    expect(new Set(widths).size).toBe(widths.length)
  })

  it('is nothing where a panel agrees entirely, with enough answers to say so, at fixed weights', async () => {
    const specialisms = Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [id, 'phys']))
    const technologies = Object.fromEntries(
      Array.from({ length: 9 }, (_, k) => [
        `t${k}`,
        {
          asked: Object.fromEntries(
            Object.keys(specialisms).map((s) => [
              s,
              Object.fromEntries(['x', 'y', 'z'].map((n) => [s + n, yes(k + 1)])),
            ]),
          ),
        },
      ]),
    )
    const input = givenPanel({ specialisms, technologies })
    const [known] = await computeCertainty(input, 12, [all], { ...usualPlan, draws: 2000, seed: 1, varies: 'panel' })
    if (known!.state !== 'ready') throw new Error(known!.state)
    expect(known!.certainty.ranges.map(({ low, high }) => [low, high])).toEqual(
      Array.from({ length: 9 }, (_, i) => [i + 1, i + 1]),
    )
    expect(known!.certainty.groups).toBe(9)
  })

  it('cannot be said of fewer than five people, or where hardly two answered the same', async () => {
    expect((await found(panelOf({ specialisms: 4, panel: [1, 1] }))).state).toBe('few-people')
    expect((await found(panelOf({ panel: [1, 1] }))).state).toBe('too-few')
    expect((await found(panelOf({ panel: [1, 1] }), { varies: 'weights' })).state).toBe('ready')
  })
})

describe('a lens', () => {
  const panel = panelOf({ panel: [5, 6], specialisms: 4, asked: 3 })

  it('has ranges of its own technologies, in the order of its ranking', async () => {
    const lens = { kind: 'specialism', id: 's1' } as const
    const { ranges } = await certainty(panel, { lens })
    expect(ranges.map(({ id }) => id)).toEqual(rank(panel.inputFor(), lens).ranked.map(({ id }) => id))
    expect(Math.max(...ranges.map(({ high }) => high))).toBeLessThanOrEqual(ranges.length)
  })

  it('can be looked at among some technologies alone', async () => {
    const among = new Set(['t3', 't8', 't13', 't21'])
    const { ranges } = await certainty(panel, { among })
    expect(new Set(ranges.map(({ id }) => id))).toEqual(among)
    expect(ranges.every(({ low, high }) => 1 <= low && low <= high && high <= 4)).toBe(true)
  })
})

describe('a very long list', () => {
  it('has ranges of all, and no whole matrix', async () => {
    const { ranges, acceptability } = await certainty(panelOf({ technologies: 2_100, asked: 2, panel: [3, 4] }), {
      draws: 80,
    })
    expect(ranges).toHaveLength(2_100)
    expect(ranges.every(({ low, middle, high }) => 1 <= low && low <= middle && middle <= high && high <= 2_100)).toBe(
      true,
    )
    expect(acceptability).toBeNull()
  })
})

describe('one above another', () => {
  it('has a chance, the two ways adding up to certainty', async () => {
    const known = await certainty(panelOf({ seed: 3 }))
    expect(chanceAbove(known, 0, 5) + chanceAbove(known, 5, 0)).toBeCloseTo(1, 12)
    expect(chanceAbove(known, 4, 4)).toBe(0.5)
    expect(chanceAbove(known, 30, 40)).toBeGreaterThan(0.5)
  })

  it('is the better known, the further apart they stand, and cuts the list into groups', async () => {
    const { ranges, groups } = await certainty(panelOf({ seed: 3 }))
    expect(ranges.map(({ group }) => group)).toEqual(ranges.map(({ group }) => group).toSorted((a, b) => a - b))
    expect([ranges[0]!.group, ranges.at(-1)!.group]).toEqual([1, groups])
    expect(ranges[0]!.topTen).toBeGreaterThan(0.8)
    expect(ranges.at(-1)!.topTen).toBeLessThan(0.01)
    expect(ranges.reduce((sum, { topTen }) => sum + topTen, 0)).toBeCloseTo(10, 9)
  })
})
