import { type Cluster, isMark, type Mark, type RadarLayout } from './layout.ts'
import { letterSize, markLabel } from './marks.ts'
import { byPlace } from './order.ts'
import type { Change } from './sizes.ts'
import type { Named } from './svg.ts'
import { element, escapeXml } from './svg-text.ts'

/** Fill, rim and number of the three sizes: dark, half dark with a dark rim, white. */
const looks: Record<Change, { fill: string; stroke: string; text: string }> = {
  2: { fill: '#003087', stroke: '#003087', text: '#ffffff' },
  1: { fill: '#9cc3ea', stroke: '#003087', text: '#00143a' },
  0: { fill: '#ffffff', stroke: '#003087', text: '#00143a' },
}

/** All marks and clusters, best place first. */
export function drawMarks<T extends Named>({ marks, clusters }: RadarLayout<T>): string {
  const first = (drawn: Mark<T> | Cluster<T>) => (isMark(drawn) ? drawn.technology : drawn.members[0]!)
  const inOrder = [...marks, ...clusters].sort((a, b) => byPlace(first(a), first(b)))
  return element('g', {}, ...inOrder.map((drawn) => (isMark(drawn) ? drawMark(drawn) : drawCluster(drawn))))
}

function drawMark({ technology, change, x, y, radius }: Mark<Named>): string {
  const { fill, stroke, text } = looks[change]
  return element(
    'g',
    {},
    element('title', {}, escapeXml(markLabel(technology))),
    element('circle', { cx: x, cy: y, r: radius - 0.6, fill, stroke, 'stroke-width': 1.2 }),
    drawNumber(String(technology.place), { x, y, radius }, text),
  )
}

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
