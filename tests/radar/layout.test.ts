import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Band } from '../../api/contract/scans.ts'
import { angleOf, type Field, gapBetween, holds } from '../../api/radar/geometry.ts'
import { layOut, type RadarLayout } from '../../api/radar/layout.ts'
import { linesOf, namingFor } from '../../api/radar/names.ts'
import { clamp, type Ring, ringLabel, yearAt } from '../../api/radar/scale.ts'
import { changeOf, radiusOf, scales } from '../../api/radar/sizes.ts'

const startYear = 2026

function bandsEnding(ends: readonly number[]): Band[] {
  return [...ends, null].map((end, index) => ({
    index,
    from: index === 0 ? startYear : startYear + ends[index - 1]! + 1,
    to: end === null ? null : startYear + end,
  }))
}

const usualBands = bandsEnding([2, 5, 10])

interface Technology {
  id: string
  slug: string
  category: string
  place: number
  meanImpact: number
  band: number
  years: { middle: number }
}

function technology(n: number, category: number, year: number, meanImpact: number, bands = usualBands): Technology {
  const band = bands.findIndex(({ to }) => to === null || year <= to)
  return {
    id: `t${n}`,
    slug: `technology-${n}`,
    category: `c${category}`,
    place: n + 1,
    meanImpact,
    band,
    years: { middle: year },
  }
}

const categoriesOf = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ slug: `c${n}`, name: `Category of technologies ${n}` }))

/** Crowded on purpose: many share a slice and a year. */
function crowd(count: number, slices: number): Technology[] {
  return Array.from({ length: count }, (_, n) => {
    const r = ((n * 2654435761) >>> 0) / 2 ** 32
    return technology(n, Math.floor(r * r * slices), startYear + ((n * 7) % 13), 1 + ((n * 5) % 17) / 2)
  })
}

const ends = fc.constantFrom([2, 5, 10], [0, 1, 2], [4, 5, 10], [1, 4, 9])
const anyRadar = fc
  .record({
    ends,
    slices: fc.integer({ min: 1, max: 12 }),
    radius: fc.integer({ min: 260, max: 400 }),
    rows: fc.array(
      fc.record({
        at: fc.nat(),
        year: fc.integer({ min: -10, max: 50 }),
        impact: fc.float({ min: 1, max: 9, noNaN: true }),
      }),
      { maxLength: 300, size: 'max' },
    ),
  })
  .map(({ ends, slices, radius, rows }) => {
    const bands = bandsEnding(ends)
    const technologies = rows.map((row, n) =>
      technology(n, row.at % slices, startYear + (row.year > 14 ? row.year % 15 : row.year), row.impact, bands),
    )
    return { technologies, categories: categoriesOf(slices), bands, radius }
  })

type Layout = RadarLayout<Technology>
const drawn = (layout: Layout) => [...layout.marks, ...layout.clusters]
const ringOf = (layout: Layout, band: number): Ring => layout.rings.find((ring) => ring.band === band)!
const members = (layout: Layout) => [
  ...layout.marks.map((mark) => mark.technology),
  ...layout.clusters.flatMap((cluster) => cluster.members),
]

function fieldOf(layout: Layout, slice: number, band: number): Field {
  const { from, to } = layout.slices[slice]!
  const { inner, outer } = ringOf(layout, band)
  return { from, to, inner, outer }
}

const always = (holdsFor: (layout: Layout, technologies: Technology[]) => void) =>
  fc.assert(
    fc.property(anyRadar, (radar) => holdsFor(layOut(radar), radar.technologies)),
    { numRuns: 25 },
  )

describe('a radar', () => {
  it('counts every technology exactly once, whether alone or in a cluster', () =>
    always((layout, technologies) => {
      const ids = members(layout).map(({ id }) => id)
      expect(ids.toSorted()).toEqual(technologies.map(({ id }) => id).toSorted())
      for (const cluster of layout.clusters) expect(cluster.members.length).toBeGreaterThan(1)
    }))

  it('keeps every mark within the slice of its category and the ring of its band', () =>
    always((layout) => {
      for (const mark of layout.marks) {
        expect(layout.slices[mark.slice]!.slug).toBe(mark.technology.category)
        expect(mark.band).toBe(mark.technology.band)
      }
      for (const cluster of layout.clusters)
        for (const technology of cluster.members) {
          expect(layout.slices[cluster.slice]!.slug).toBe(technology.category)
          expect(cluster.band).toBe(technology.band)
        }
      for (const one of drawn(layout)) expect(holds(fieldOf(layout, one.slice, one.band), one)).toBe(true)
    }))

  it('lets no mark touch another, nor the label of a ring', () =>
    always((layout) => {
      const all = drawn(layout)
      const labels = layout.rings.flatMap((ring) => ringLabel(ring, layout.radius)?.discs ?? [])
      const touching = all.flatMap((one, i) =>
        [...all.slice(i + 1), ...labels].filter((other) => gapBetween(one, other) <= 1),
      )
      expect(touching).toEqual([])
    }))

  it('moves a mark by no more than 0.4 of a year, and a cluster no further than the years of its members', () =>
    always((layout) => {
      for (const one of drawn(layout)) {
        const ring = ringOf(layout, one.band)
        const year = yearAt(ring, Math.hypot(one.x, one.y), layout.padding)
        const technologies = 'technology' in one ? [one.technology] : one.members
        const years = technologies.map(({ years }) => clamp(years.middle, ring.from, ring.to))
        expect(year).toBeGreaterThanOrEqual(Math.min(...years) - 0.4 - 1e-6)
        expect(year).toBeLessThanOrEqual(Math.max(...years) + 0.4 + 1e-6)
      }
    }))

  it('draws a later year further out, in whatever slice', () =>
    always((layout) => {
      for (const { band, ...ring } of layout.rings) {
        const inRing = layout.marks
          .filter((mark) => mark.band === band)
          .map((mark) => ({
            year: clamp(mark.technology.years.middle, ring.from, ring.to),
            away: Math.hypot(mark.x, mark.y),
          }))
        const byYear = inRing.toSorted((a, b) => a.year - b.year || a.away - b.away)
        const byDistance = inRing.toSorted((a, b) => a.away - b.away)
        expect(byDistance.map(({ year }) => year)).toEqual(byYear.map(({ year }) => year))
      }
    }))

  it('is the same picture for the same technologies in any order', () =>
    fc.assert(
      fc.property(
        anyRadar.chain((radar) =>
          fc.tuple(
            fc.constant(radar),
            fc.shuffledSubarray(radar.technologies, { minLength: radar.technologies.length }),
          ),
        ),
        ([radar, technologies]) => expect(layOut({ ...radar, technologies })).toEqual(layOut(radar)),
      ),
      { numRuns: 25 },
    ))

  it('draws the three sizes in their order, and no mark too small to read', () =>
    always((layout) => {
      for (const scale of scales) expect(radiusOf(2, scale) - radiusOf(1, scale)).toBeGreaterThan(1)
      for (const { change, radius, technology } of layout.marks) {
        expect(change).toBe(changeOf(technology.meanImpact))
        expect(radius).toBeCloseTo(radiusOf(change, layout.scale))
        expect(radius).toBeGreaterThan(7.19)
      }
    }))
})

const places = (technologies: readonly Technology[]) => technologies.map(({ place }) => place)

describe('how many a radar holds', () => {
  it.each([
    [0, 12],
    [1, 12],
    [101, 12],
    [300, 12],
    [500, 12],
    [500, 1],
  ])('%i technologies in %i slices', (count, slices) => {
    const layout = layOut({
      technologies: crowd(count, slices),
      categories: categoriesOf(slices),
      bands: usualBands,
      radius: 320,
    })
    expect(members(layout)).toHaveLength(count)
    expect(new Set(members(layout)).size).toBe(count)
    expect(layout.slices).toHaveLength(slices)
  })

  it('gives 25 marks their full size, and each of 25 in one crowded slice of six a place of its own', () => {
    const input = { categories: categoriesOf(12), bands: usualBands, radius: 320 }
    const spread = Array.from({ length: 25 }, (_, n) => technology(n, n % 12, 2027 + (n % 9), 5))
    expect(layOut({ ...input, technologies: spread })).toMatchObject({ scale: 1, clusters: [] })
    const together = Array.from({ length: 25 }, (_, n) => technology(n, 3, 2027 + (n % 9), 5))
    expect(layOut({ ...input, categories: categoriesOf(6), technologies: together }).clusters).toEqual([])
  })

  it('joins what stands close together where a year is too full, and the foremost last', () => {
    const technologies = Array.from({ length: 60 }, (_, n) => technology(n < 3 ? n : n + 40, 0, 2034, 5))
    const { marks, clusters } = layOut({ technologies, categories: categoriesOf(12), bands: usualBands, radius: 320 })
    const withForemost = clusters.filter(({ members }) => members[0]!.place <= 3)
    expect(withForemost.length).toBeLessThan(2)
    expect(clusters.length).toBeGreaterThan(3)
    for (const { members } of clusters) expect(places(members)).toEqual(places(members).toSorted((a, b) => a - b))
    expect(marks.length + clusters.flatMap(({ members }) => members).length).toBe(60)
  })

  it('draws a category that nobody listed, rather than drop what is in it', () => {
    const technologies = [technology(0, 0, 2027, 5), technology(1, 9, 2027, 5)]
    const layout = layOut({ technologies, categories: categoriesOf(1), bands: usualBands, radius: 320 })
    expect(layout.slices.map(({ slug }) => slug)).toEqual(['c0', 'c9'])
    expect(layout.marks).toHaveLength(2)
  })

  it('stays whole on a radar of any size, down to a thumbnail', () => {
    for (const radius of [10, 40, 80, 120, 160, 200]) {
      const layout = layOut({ technologies: crowd(101, 12), categories: categoriesOf(12), bands: usualBands, radius })
      expect(members(layout)).toHaveLength(101)
    }
  })
})

describe('where marks stand', () => {
  const categories = categoriesOf(6)

  it('puts the start year next to the centre, and a year before it there too', () => {
    const technologies = [technology(0, 0, 2026, 5), technology(1, 2, 2016, 5)]
    const [a, b] = layOut({ technologies, categories, bands: usualBands, radius: 320 }).marks
    expect(Math.hypot(b!.x, b!.y)).toBeCloseTo(Math.hypot(a!.x, a!.y), 3)
  })

  it('leaves a mark exactly on its year where nothing is near', () => {
    const layout = layOut({ technologies: [technology(0, 1, 2030, 9)], categories, bands: usualBands, radius: 320 })
    const [mark] = layout.marks
    expect(yearAt(ringOf(layout, 1), Math.hypot(mark!.x, mark!.y), layout.padding)).toBeCloseTo(2030)
  })

  it('moves nothing outside a slice when a technology takes another year within it', () => {
    const before = crowd(40, 6)
    const after = before.map((one, n) => (n === 7 ? technology(7, Number(one.category.slice(1)), 2033, 5) : one))
    const place = (technologies: Technology[]) => layOut({ technologies, categories, bands: usualBands, radius: 340 })
    const [first, second] = [place(before), place(after)]
    expect(second.scale).toBe(first.scale)
    const others = (layout: Layout) =>
      layout.marks.filter(({ technology }) => technology.category !== before[7]!.category)
    expect(others(second)).toEqual(others(first))
  })

  it('numbers angles clockwise from twelve o’clock, slice by slice', () => {
    const layout = layOut({ technologies: crowd(101, 6), categories, bands: usualBands, radius: 320 })
    for (const mark of layout.marks) {
      const { from, to } = layout.slices[mark.slice]!
      expect(angleOf(mark)).toBeGreaterThan(from)
      expect(angleOf(mark)).toBeLessThan(to)
    }
    expect(layout.slices[0]!.from).toBe(0)
    expect(layout.slices.at(-1)!.to).toBeCloseTo(2 * Math.PI)
  })
})

describe('names round the rim', () => {
  const names = [
    'Genomics and other omics',
    'Bio-nanotechnology and micro-engineered systems',
    'Informatics and AI',
    'Robotics and automation',
  ]
  const categories = Array.from({ length: 12 }, (_, n) => ({ slug: `c${n}`, name: names[n % 4]! }))

  it.each([
    [720, 'words'],
    [360, 'letters'],
  ] as const)('are on a radar %i pixels wide given in %s', (width, style) => {
    expect(namingFor({ technologies: crowd(101, 12), categories, bands: usualBands }, width).style).toBe(style)
  })

  it('fit beside their slice in at most three lines, with no word lost', () => {
    const technologies = crowd(101, 12)
    const { margin } = namingFor({ technologies, categories, bands: usualBands }, 720)
    const { slices, radius } = layOut({ technologies, categories, bands: usualBands, radius: 360 - margin })
    for (const slice of slices) {
      const lines = linesOf(slice, radius)!
      expect(lines.length).toBeLessThanOrEqual(3)
      expect(lines.join(' ').replace('- ', '-')).toBe(slice.name)
    }
  })
})
