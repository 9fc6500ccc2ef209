import { describe, expect, it } from '@jest/globals'
import type { ComparedTechnology } from '../../api/contract/comparison.ts'
import type { HeatMapCell } from '../../api/contract/heat-map.ts'
import { groupingLooks, mostChanged } from '../../api/radar/grouping.ts'
import { movedOf, movementLooks } from '../../api/radar/movement.ts'
import { outlineOf, type Shape } from '../../api/radar/shapes.ts'

describe('the grouping that a technology changes most', () => {
  const columns = ['laboratory', 'laboratory', 'physiological', 'informatics'].map((grouping, n) => ({
    slug: `s${n}`,
    name: `Specialism ${n}`,
    grouping,
    invited: 3,
  }))
  const cell = (column: number, impact: number | null): HeatMapCell => [column, impact, 3, 0, 3]

  it.each([
    ['is the one with the highest mean', [cell(0, 8), cell(1, 2), cell(2, 6)], 'physiological'], // 5 and 6
    ['counts “no change” as nothing', [cell(0, 7), cell(1, 0), cell(3, 4)], 'informatics'], // 3.5 and 4
    ['looks only at what may be shown', [cell(0, 3), cell(2, null)], 'laboratory'],
    ['is none where nothing is shown', [cell(0, null)], null],
    ['is none where nothing was asked', [], null],
    ['is none where two are level', [cell(0, 5), cell(2, 5)], null],
  ])('%s', (_, cells, grouping) => expect(mostChanged(cells, columns)).toBe(grouping))

  it('has a shape and a colour of its own, as has none', () => {
    const looks = groupingLooks(['a', 'b', 'c', 'd'].map((slug) => ({ slug, name: slug })))
    expect(new Set(looks.map(({ shape }) => shape)).size).toBe(5)
    expect(new Set(looks.map(({ hue }) => hue)).size).toBe(5)
  })
})

describe('what became of a technology', () => {
  const stood = { place: 4, score: 50, group: 1, low: 2, high: 9, middleYear: 2031, band: 1 }
  const compared = (with_: Partial<ComparedTechnology>) =>
    ({ status: 'stayed', order: 'no-clear-change', timing: 'same', from: stood, ...with_ }) as ComparedTechnology

  it.each([
    ['new', { status: 'new', from: null }],
    ['up', { order: 'up', timing: 'nearer' }],
    ['down', { order: 'down' }],
    ['nearer', { timing: 'nearer' }],
    ['further', { timing: 'further' }],
    ['no-clear-change', {}],
  ] as const)('is %s', (movement, with_) => {
    const moved = movedOf(compared(with_ as Partial<ComparedTechnology>))
    expect(moved).toEqual({ movement, from: movement === 'new' ? null : { middleYear: 2031, place: 4 } })
  })

  it('has a shape and a colour of its own', () => {
    expect(new Set(movementLooks.map(({ shape }) => shape)).size).toBe(6)
    expect(new Set(movementLooks.map(({ hue }) => hue)).size).toBe(6)
  })
})

describe('a shape', () => {
  const shapes: Shape[] = ['circle', 'diamond', 'hexagon', 'up', 'down', 'star', 'inwards', 'outwards']

  it.each(shapes)('%s has no corner outside the disc that is kept free for it', (shape) => {
    const ends = outlineOf(shape, 10, 1).matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)
    for (const [, x, y] of ends) expect(Math.hypot(Number(x), Number(y))).toBeLessThanOrEqual(10.01)
  })

  it('that says nearer points to the centre of the radar, wherever the mark stands', () => {
    expect(outlineOf('inwards', 10, Math.PI / 2)).toMatch(/^M-10 0L/)
    expect(outlineOf('outwards', 10, Math.PI / 2)).toMatch(/^M10 0L/)
  })
})
