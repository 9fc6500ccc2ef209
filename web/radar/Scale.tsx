import { memo, useId } from 'react'
import type { Placeable } from '../../api/radar/fields.ts'
import { pointAt } from '../../api/radar/geometry.ts'
import type { RadarLayout } from '../../api/radar/layout.ts'
import { letterOf, linesOf, type Naming, pathOf } from '../../api/radar/names.ts'
import { type Ring, ringLabel } from '../../api/radar/scale.ts'
import type { Slice } from '../../api/radar/slices.ts'

interface Props {
  layout: RadarLayout<Placeable>
  naming: Naming
  startYear: number
}

/** What lies under the marks: a ring for each band with its years, a slice for each category with its name. */
export const Scale = memo(function Scale({ layout, naming, startYear }: Props) {
  const { rings, slices, radius } = layout
  const hub = rings[0]?.inner ?? 0
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it can take the focus.
    <g className="offing-radar__scale" aria-hidden="true">
      {rings.toReversed().map((ring) => (
        <circle key={ring.band} r={ring.outer} className={`offing-radar__ring offing-radar__ring--${ring.band}`} />
      ))}
      {slices.length > 1 && slices.map((slice) => <Side key={slice.slug} angle={slice.from} from={hub} to={radius} />)}
      <circle r={hub} className="offing-radar__hub" />
      {rings[0] && <Centre hub={hub} first={rings[0]} startYear={startYear} />}
      {rings.map((ring) => (
        <RingLabel key={ring.band} ring={ring} radius={radius} />
      ))}
      {slices.map((slice) =>
        naming.style === 'words' ? (
          <SliceName key={slice.slug} slice={slice} radius={radius} />
        ) : (
          <SliceLetter key={slice.slug} slice={slice} radius={radius} />
        ),
      )}
    </g>
  )
})

function Side({ angle, from, to }: { angle: number; from: number; to: number }) {
  const [a, b] = [pointAt(from, angle), pointAt(to, angle)]
  return <line x1={a.x} y1={a.y} x2={b.x} y2={b.y} className="offing-radar__side" />
}

/** "Now", or the first year of the one ring that is shown. */
function Centre({ hub, first, startYear }: { hub: number; first: Ring; startYear: number }) {
  const isWhole = first.from === startYear
  const word = isWhole ? 'Now' : 'From'
  if (hub < 22)
    return (
      <text className="offing-radar__now offing-radar__now--small" dy="0.35em">
        {isWhole ? word : first.from}
      </text>
    )
  return (
    <text className="offing-radar__now">
      <tspan x="0" dy="-0.1em">
        {word}
      </tspan>
      <tspan x="0" dy="1.15em" className="offing-radar__now-year">
        {first.from}
      </tspan>
    </text>
  )
}

function RingLabel({ ring, radius }: { ring: Ring; radius: number }) {
  const label = ringLabel(ring, radius)
  return (
    label && (
      <text x="0" y={label.y} dy="0.35em" className="offing-radar__years">
        {label.text}
      </text>
    )
  )
}

function SliceName({ slice, radius }: { slice: Slice; radius: number }) {
  const id = useId()
  const lines = linesOf(slice, radius) ?? [slice.name]
  return lines.map((line, n) => (
    <g key={line}>
      <path id={`${id}${n}`} d={pathOf(slice, radius, n, lines.length)} fill="none" />
      <text className="offing-radar__name">
        <textPath href={`#${id}${n}`} startOffset="50%">
          {line}
        </textPath>
      </text>
    </g>
  ))
}

function SliceLetter({ slice, radius }: { slice: Slice; radius: number }) {
  const { x, y } = pointAt(radius + 11, (slice.from + slice.to) / 2)
  return (
    <text x={x} y={y} dy="0.35em" className="offing-radar__name">
      {letterOf(slice)}
    </text>
  )
}
