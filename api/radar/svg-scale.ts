import type { Placeable } from './fields.ts'
import { pointAt } from './geometry.ts'
import type { RadarLayout } from './layout.ts'
import { letterOf, linesOf, type Naming } from './names.ts'
import { type Ring, ringLabel } from './scale.ts'
import type { Slice } from './slices.ts'
import { element, escapeXml } from './svg-text.ts'
import { nameSize } from './wrap.ts'

const ringFills = ['#cbdff2', '#dfebf7', '#eff5fb', '#ffffff']
const line = { stroke: '#7d8f9c', 'stroke-width': 1 }
const bold = { 'font-weight': 700, fill: '#212b32', 'text-anchor': 'middle' }

/** What lies under the marks: a ring for each band with its years, a slice for each category with its name. */
export function drawScale(layout: RadarLayout<Placeable>, naming: Naming, startYear: number): string {
  const { rings, slices, radius } = layout
  const hub = rings[0]?.inner ?? 0
  return element(
    'g',
    {},
    ...rings.toReversed().map((ring) => element('circle', { r: ring.outer, fill: fillOf(ring), ...line })),
    ...(slices.length > 1 ? slices.map((slice) => drawSide(slice.from, hub, radius)) : []),
    element('circle', { r: hub, fill: '#ffffff', ...line }),
    drawNow(hub, startYear),
    ...rings.map((ring) => drawYears(ring, radius)),
    ...slices.map((slice) => (naming.style === 'words' ? drawName(slice, radius) : drawLetter(slice, radius))),
  )
}

const fillOf = (ring: Ring) => ringFills[Math.min(ring.band, ringFills.length - 1)]!

function drawSide(angle: number, from: number, to: number): string {
  const [a, b] = [pointAt(from, angle), pointAt(to, angle)]
  return element('line', { x1: a.x, y1: a.y, x2: b.x, y2: b.y, ...line })
}

function drawNow(hub: number, startYear: number): string {
  if (hub < 22) return element('text', { y: 3, 'font-size': 9, ...bold }, 'Now')
  return (
    element('text', { y: -1.5, 'font-size': 12.5, ...bold }, 'Now') +
    element('text', { y: 12, 'font-size': 11, ...bold, 'font-weight': 400 }, String(startYear))
  )
}

/** On a plate of white, since not every program can draw letters with a rim. */
function drawYears(ring: Ring, radius: number): string {
  const label = ringLabel(ring, radius)
  if (!label) return ''
  const wide = label.text.length * 6.6 + 4
  return (
    element('rect', { x: -wide / 2, y: label.y - 7.5, width: wide, height: 15, rx: 3, fill: '#ffffff' }) +
    element('text', { y: label.y + 4, 'font-size': 11.5, ...bold }, escapeXml(label.text))
  )
}

/** In straight lines along the rim: letters on a curve are not drawn by every program. */
function drawName(slice: Slice, radius: number): string {
  const lines = linesOf(slice, radius) ?? [slice.name]
  const middle = (slice.from + slice.to) / 2
  const isUpper = Math.cos(middle) >= 0
  const turn = (middle * 180) / Math.PI - (isUpper ? 0 : 180)
  return lines
    .map((text, n) => {
      const outward = isUpper ? lines.length - 1 - n : n + 0.72
      const away = radius + nameSize.fromRim + outward * nameSize.line
      const y = isUpper ? -away : away
      const place = { transform: `rotate(${Math.round(turn * 100) / 100})`, y }
      return element('text', { ...place, 'font-size': nameSize.font, ...bold }, escapeXml(text))
    })
    .join('')
}

function drawLetter(slice: Slice, radius: number): string {
  const { x, y } = pointAt(radius + 11, (slice.from + slice.to) / 2)
  return element('text', { x, y: y + 4, 'font-size': nameSize.font, ...bold }, letterOf(slice))
}
