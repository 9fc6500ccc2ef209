import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Placeable } from '../../api/radar/fields.ts'
import { fractionOf } from '../../api/radar/geometry.ts'
import { mostMoved } from '../../api/radar/home.ts'
import { layOut, type RadarLayout } from '../../api/radar/layout.ts'

/** What happens to the picture when one technology more is on it. */

const bands = [
  { index: 0, from: 2026, to: 2028 },
  { index: 1, from: 2029, to: 2031 },
  { index: 2, from: 2032, to: 2036 },
  { index: 3, from: 2037, to: null },
]
const bandOf = (year: number) => bands.findIndex(({ to }) => to === null || year <= to)
const categoriesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ slug: `c${n}`, name: `Category of technologies ${n}` }))

interface Drawn {
  slices: number
  radius: number
  technologies: Placeable[]
}

const anyTechnology = (slices: number) =>
  fc
    .record({
      slug: fc.stringMatching(/^[a-z]{1,12}(-[a-z]{1,9}){0,3}$/),
      category: fc.nat(slices - 1).map((n) => `c${n}`),
      middle: fc.integer({ min: 2024, max: 2050 }),
      meanImpact: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ middle, ...rest }) => ({ ...rest, id: rest.slug, place: 0, band: bandOf(middle), years: { middle } }))

const anyRadar: fc.Arbitrary<Drawn> = fc
  .record({ slices: fc.integer({ min: 1, max: 12 }), radius: fc.integer({ min: 260, max: 400 }) })
  .chain(({ slices, radius }) =>
    fc.record({
      slices: fc.constant(slices),
      radius: fc.constant(radius),
      technologies: fc.uniqueArray(anyTechnology(slices), {
        selector: ({ slug }) => slug,
        minLength: 2,
        maxLength: 300,
        size: 'max',
      }),
    }),
  )

const inPlaces = (technologies: readonly Placeable[]) =>
  technologies.map((technology, n) => ({ ...technology, place: n + 1 }))

const draw = ({ slices, radius, technologies }: Drawn) =>
  layOut({ technologies: inPlaces(technologies), categories: categoriesOf(slices), bands, radius })

/** Where each technology is drawn, by itself or in a cluster, by slug. */
function spotsOf({ marks, clusters }: RadarLayout<Placeable>): Map<string, { x: number; y: number }> {
  const spots = new Map<string, { x: number; y: number }>()
  for (const mark of marks) spots.set(mark.technology.slug, mark)
  for (const cluster of clusters) for (const { slug } of cluster.members) spots.set(slug, cluster)
  return spots
}

/** By how many pixels each technology that is on both has moved. */
function movesBetween(before: RadarLayout<Placeable>, after: RadarLayout<Placeable>): number[] {
  const [from, to] = [spotsOf(before), spotsOf(after)]
  return [...from].flatMap(([slug, a]) => {
    const b = to.get(slug)
    return b ? [Math.hypot(a.x - b.x, a.y - b.y)] : []
  })
}

const largest = (moves: readonly number[]) => Math.max(0, ...moves)

describe('when one technology comes or goes', () => {
  it('no other moves by more than is promised, at whatever place it comes in', () =>
    fc.assert(
      fc.property(anyRadar, fc.nat(), (radar, n) => {
        const at = n % radar.technologies.length
        const without = { ...radar, technologies: radar.technologies.toSpliced(at, 1) }
        expect(largest(movesBetween(draw(without), draw(radar)))).toBeLessThanOrEqual(mostMoved)
      }),
      { numRuns: 40 },
    ))

  it('the slices stay where they are', () =>
    fc.assert(
      fc.property(anyRadar, (radar) => {
        const without = { ...radar, technologies: radar.technologies.slice(1) }
        const anglesOf = ({ slices }: RadarLayout<Placeable>) => slices.map(({ from, to }) => [from, to])
        expect(anglesOf(draw(radar))).toEqual(anglesOf(draw(without)))
      }),
      { numRuns: 10 },
    ))

  it('very few others move at all', () => {
    const moves = [25, 100, 300].flatMap((count) =>
      Array.from({ length: 6 }, (_, n) => {
        const all = madeUp(count + 1, `${count} ${n}`)
        const radar = { slices: 8, radius: 330, technologies: all }
        return movesBetween(draw({ ...radar, technologies: all.toSpliced(count >> 1, 1) }), draw(radar))
      }).flat(),
    )
    const moved = moves.filter((pixels) => pixels > 0.5)
    expect(moved.length / moves.length).toBeLessThan(0.06)
  })
})

describe('when half of all come or go, and all places change', () => {
  it('nobody moves by more than is promised', () =>
    fc.assert(
      fc.property(anyRadar, (radar) => {
        const half = { ...radar, technologies: radar.technologies.filter((_, n) => n % 2 > 0).toReversed() }
        expect(largest(movesBetween(draw(radar), draw(half)))).toBeLessThanOrEqual(mostMoved)
      }),
      { numRuns: 40 },
    ))

  it('everybody keeps to the same spots in a registry made anew, where ids are new and slugs are not', () =>
    fc.assert(
      fc.property(anyRadar, (radar) => {
        const anew = radar.technologies.map((one, n) => ({ ...one, id: `new ${-n}` }))
        expect(largest(movesBetween(draw(radar), draw({ ...radar, technologies: anew })))).toBe(0)
      }),
      { numRuns: 20 },
    ))
})

/** Spread over eight slices and fourteen years by chance that can be drawn again. */
function madeUp(count: number, seed: string): Placeable[] {
  return Array.from({ length: count }, (_, n) => {
    const chance = (of: string) => fractionOf(`${seed} ${n} ${of}`)
    const middle = 2026 + Math.floor(14 * chance('year'))
    const slug = `technology-${seed}-${n}`
    const category = `c${Math.floor(8 * chance('slice'))}`
    return {
      id: slug,
      slug,
      category,
      place: 0,
      meanImpact: 1 + 8 * chance('impact'),
      band: bandOf(middle),
      years: { middle },
    }
  })
}
