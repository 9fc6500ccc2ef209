import type { RankedTechnology } from '../../api/contract/ranking.ts'
import { pointAt } from '../../api/radar/geometry.ts'
import type { Mark, RadarLayout } from '../../api/radar/layout.ts'
import type { Moved } from '../../api/radar/movement.ts'
import { distanceOnRings } from '../../api/radar/scale.ts'

type Layout = RadarLayout<RankedTechnology>

/** Along the radius from the early to the late year of a mark, with a bar across each end; its number stays free. */
export function Whisker({ mark, layout }: { mark: Mark<RankedTechnology>; layout: Layout }) {
  const { early, late } = mark.technology.years
  if (early === null || late === null || early === late) return null
  const [from, to] = [early, late].map((year) => distanceOnRings(layout.rings, year, layout.padding)) as [
    number,
    number,
  ]
  const [inner, outer] = [mark.distance - mark.radius, mark.distance + mark.radius]
  const inwards = from < inner ? `${line(mark.angle, from, inner)}${across(mark.angle, from)}` : ''
  const outwards = to > outer ? `${line(mark.angle, outer, to)}${across(mark.angle, to)}` : ''
  const path = inwards + outwards
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can take the focus.
    <g className="offing-whisker" aria-hidden="true">
      <path d={path} className="offing-whisker__rim" />
      <path d={path} />
    </g>
  )
}

/** Where each mark came from: a thin line to its year from the one that it had in the earlier edition. */
export function Traces({ layout, moved }: { layout: Layout; moved: ReadonlyMap<string, Moved> }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can take the focus.
    <g className="offing-traces" aria-hidden="true">
      {layout.marks.map((mark) => {
        const year = moved.get(mark.technology.id)?.from?.middleYear
        if (year === undefined || year === mark.technology.years.middle) return null
        const then = distanceOnRings(layout.rings, year, layout.padding)
        const { x, y } = pointAt(then, mark.angle)
        return (
          <g key={mark.technology.id} data-trace={mark.technology.id}>
            <path d={line(mark.angle, then, mark.distance)} />
            <circle cx={x} cy={y} r="3.5" />
          </g>
        )
      })}
    </g>
  )
}

function line(angle: number, from: number, to: number): string {
  const [a, b] = [pointAt(from, angle), pointAt(to, angle)]
  return `M${short(a.x)} ${short(a.y)}L${short(b.x)} ${short(b.y)}`
}

/** A bar of ten pixels at right angles to the radius. */
function across(angle: number, distance: number): string {
  const { x, y } = pointAt(distance, angle)
  const [dx, dy] = [5 * Math.cos(angle), 5 * Math.sin(angle)]
  return `M${short(x - dx)} ${short(y - dy)}L${short(x + dx)} ${short(y + dy)}`
}

const short = (pixels: number) => Math.round(pixels * 100) / 100
