import { type Cluster, isMark, type Mark, type RadarLayout } from './layout.ts'
import { letterSize, markLabel } from './marks.ts'
import { byPlace } from './order.ts'
import { digitsIn, type Look, outlineOf } from './shapes.ts'
import type { Change } from './sizes.ts'
import type { Named } from './svg.ts'
import { element, escapeXml } from './svg-text.ts'

/** Dark enough for white digits, each with a tint for dark ones. The first is that of marks without a look. */
export const hues: readonly { dark: string; tint: string }[] = [
  { dark: '#003087', tint: '#9cc3ea' },
  { dark: '#00663a', tint: '#a9dcc0' },
  { dark: '#005eb8', tint: '#b3d4f2' },
  { dark: '#a3182c', tint: '#f3b9bf' },
  { dark: '#6a1b7a', tint: '#dcb8e4' },
  { dark: '#8a4b00', tint: '#f3cf9d' },
  { dark: '#00605c', tint: '#a5dad6' },
  { dark: '#4c6272', tint: '#cdd5da' },
]

/** Of the three sizes: dark, half dark with a dark rim, white. */
const looks: Record<Change, (hue: (typeof hues)[number]) => { fill: string; stroke: string; text: string }> = {
  2: ({ dark }) => ({ fill: dark, stroke: dark, text: '#ffffff' }),
  1: ({ dark, tint }) => ({ fill: tint, stroke: dark, text: '#00143a' }),
  0: ({ dark }) => ({ fill: '#ffffff', stroke: dark, text: '#00143a' }),
}

type LookOf = ((id: string) => Look | undefined) | undefined

/** All marks and clusters, best place first. */
export function drawMarks<T extends Named>({ marks, clusters }: RadarLayout<T>, lookOf?: LookOf): string {
  const first = (drawn: Mark<T> | Cluster<T>) => (isMark(drawn) ? drawn.technology : drawn.members[0]!)
  const inOrder = [...marks, ...clusters].sort((a, b) => byPlace(first(a), first(b)))
  return element('g', {}, ...inOrder.map((drawn) => (isMark(drawn) ? drawMark(drawn, lookOf) : drawCluster(drawn))))
}

function drawMark({ technology, change, x, y, radius, angle }: Mark<Named>, lookOf: LookOf): string {
  const look = lookOf?.(technology.id)
  const { fill, stroke, text } = looks[change](hues[look?.hue ?? 0]!)
  const shape = look?.shape ?? 'circle'
  const outline = { d: outlineOf(shape, radius - 0.6, angle), transform: `translate(${round(x)} ${round(y)})` }
  const label = look ? `${markLabel(technology)}. ${look.name}` : markLabel(technology)
  return element(
    'g',
    {},
    element('title', {}, escapeXml(label)),
    element('path', { ...outline, fill, stroke, 'stroke-width': 1.2 }),
    drawNumber(String(technology.place), { x, y, radius: radius * digitsIn[shape] }, text),
  )
}

const round = (pixels: number) => Math.round(pixels * 100) / 100

/** A square with a dashed rim, and how many it stands for. */
function drawCluster({ members, x, y, radius }: Cluster<Named>): string {
  const half = radius * 0.87
  const box = { x: x - half, y: y - half, width: 2 * half, height: 2 * half, rx: half * 0.55 }
  const look = { fill: '#ffffff', stroke: '#000000', 'stroke-width': 1.2, 'stroke-dasharray': '3 2' }
  return element(
    'g',
    {},
    element('title', {}, escapeXml(`${members.length} close together: ${members.map(markLabel).join('; ')}`)),
    element('rect', { ...box, ...look }),
    drawNumber(`×${members.length}`, { x, y, radius }, '#000000'),
  )
}

function drawNumber(text: string, at: { x: number; y: number; radius: number }, fill: string): string {
  const size = letterSize(text, at.radius)
  const place = { x: at.x, y: at.y + 0.355 * size, 'text-anchor': 'middle' }
  return element('text', { ...place, 'font-size': size, 'font-weight': 700, fill }, escapeXml(text))
}
