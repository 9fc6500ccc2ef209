import { layOut, type RadarLayout } from '../../radar/layout.ts'
import { letterOf } from '../../radar/names.ts'
import { ringLabel } from '../../radar/scale.ts'
import type { Named } from '../../radar/svg.ts'
import { count, listed } from '../../ranking/words.ts'
import type { TakenEdition } from '../taken-edition.ts'
import { fitted } from './measure.ts'
import type { Item, Slide } from './slide.ts'

const onRadar = 25
/** The radar is laid out in pixels, so many to an inch. */
const pixels = 96
const radius = 2.55
const centre = { x: 3.3, y: 4.05 }
const fills = ['FFFFFF', 'B9D3EC', '005EB8'] as const
const list = { x: 6.5, y: 1.3, w: 6.3 }
const rows = 13

/** The radar of the first technologies as shapes that can be moved and changed, with their names beside it. */
export function radarSlide({ document }: TakenEdition): Slide {
  const { ranking, ranked } = document
  const technologies = ranked.slice(0, onRadar)
  if (technologies.length === 0)
    return {
      title: 'The radar',
      items: [{ kind: 'text', box: { ...list, h: 1 }, text: 'Nothing is ranked yet.', size: 18 }],
    }
  const input = { technologies, categories: ranking.categories, bands: ranking.bands, radius: radius * pixels }
  const layout = layOut(input)
  return {
    title: `The radar: the first ${technologies.length} of ${count(ranked.length, 'technology', 'technologies')}`,
    items: [...scale(layout), ...marks(layout), ...names(layout, technologies)],
  }
}

const at = (x: number, y: number) => ({ x: centre.x + x / pixels, y: centre.y + y / pixels })
const around = (x: number, y: number, r: number) => ({
  x: centre.x + (x - r) / pixels,
  y: centre.y + (y - r) / pixels,
  w: (2 * r) / pixels,
  h: (2 * r) / pixels,
})

function scale(layout: RadarLayout<Named>): Item[] {
  const rings = layout.rings
    .toReversed()
    .map((ring): Item => ({ kind: 'circle', box: around(0, 0, ring.outer), line: '768692' }))
  const sides =
    layout.slices.length < 2
      ? []
      : layout.slices.map(({ from }): Item => {
          const out = { x: Math.sin(from) * layout.radius, y: -Math.cos(from) * layout.radius }
          return { kind: 'line', from: at(0, 0), to: at(out.x, out.y), colour: 'AEB7BD' }
        })
  const years = layout.rings.flatMap((ring): Item[] => {
    const label = ringLabel(ring, layout.radius)
    if (!label) return []
    const { x, y } = at(0, label.y)
    const box = { x: x - 0.4, y: y - 0.09, w: 0.8, h: 0.18 }
    return [{ kind: 'text', box, text: label.text, size: 10, align: 'center', fill: 'FFFFFF', colour: '4C6272' }]
  })
  const letters = layout.slices.map((slice): Item => {
    const middle = (slice.from + slice.to) / 2
    const { x, y } = at(Math.sin(middle) * (layout.radius + 16), -Math.cos(middle) * (layout.radius + 16))
    return {
      kind: 'text',
      box: { x: x - 0.2, y: y - 0.15, w: 0.4, h: 0.3 },
      text: letterOf(slice),
      size: 12,
      bold: true,
      align: 'center',
    }
  })
  return [...rings, ...sides, ...years, ...letters]
}

function marks(layout: RadarLayout<Named>): Item[] {
  const single = layout.marks.map(({ x, y, radius: r, technology, change }): Item => {
    const fill = fills[change]
    return {
      kind: 'circle',
      box: around(x, y, r),
      fill,
      line: '003087',
      text: String(technology.place),
      size: 9,
      colour: fill === '005EB8' ? 'FFFFFF' : '212B32',
    }
  })
  const together = layout.clusters.map(
    ({ x, y, radius: r, members }): Item => ({
      kind: 'circle',
      box: around(x, y, r),
      fill: 'FFFFFF',
      line: '212B32',
      text: `${members[0]!.place}+`,
      size: 8,
    }),
  )
  return [...single, ...together]
}

/** The names stand in full in the list that follows; here one line each. */
function names(layout: RadarLayout<Named>, technologies: readonly Named[]): Item[] {
  const column = (list.w - 0.2) / 2
  const lines = technologies.map(({ place, name }, i): Item => {
    const box = { x: list.x + Math.floor(i / rows) * (column + 0.2), y: list.y + (i % rows) * 0.27, w: column, h: 0.27 }
    return { kind: 'text', box, ...cut(`${place}  ${name}`, box.w, 11), size: 11 }
  })
  const key = layout.slices.map((slice, i): Item => {
    const half = Math.ceil(layout.slices.length / 2)
    const box = { x: list.x + Math.floor(i / half) * (column + 0.2), y: 5.05 + (i % half) * 0.22, w: column, h: 0.22 }
    return { kind: 'text', box, ...cut(`${letterOf(slice)}  ${slice.name}`, box.w, 10), size: 10, colour: '4C6272' }
  })
  const how: Item = {
    kind: 'text',
    box: { x: list.x, y: 6.35, w: list.w, h: 0.5 },
    text: `Further out is later. Darker and larger: a larger change. Left or right within a slice means nothing.${togetherIn(layout)}`,
    size: 10,
  }
  return [...lines, ...key, how]
}

const cut = (text: string, w: number, size: number) => ({
  text: fitted(text, { x: 0, y: 0, w: w - 0.05, h: 0.24 }, [size]).text,
})

/** Which places stand behind a mark for several. */
function togetherIn({ clusters }: RadarLayout<Named>): string {
  return clusters
    .map(({ members }) => ` ${members[0]!.place}+: ${listed(members.map(({ place }) => String(place)))}.`)
    .join('')
}
