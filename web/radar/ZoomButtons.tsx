import type { Placeable } from '../../api/radar/fields.ts'
import { pointAt } from '../../api/radar/geometry.ts'
import type { RadarLayout } from '../../api/radar/layout.ts'
import { type Ring, ringLabel } from '../../api/radar/scale.ts'
import type { Slice } from '../../api/radar/slices.ts'
import { bandLabel } from '../shared/words.ts'
import { onPress } from './on-press.ts'

interface Props {
  layout: RadarLayout<Placeable>
  /** Pixels from the rim to the edge of the picture. */
  margin: number
  onZoom: (zoom: string) => void
}

/** Over the name of each slice and the years of each ring: a button that enlarges it. */
export function ZoomButtons({ layout, margin, onZoom }: Props) {
  const { slices, rings, radius } = layout
  return (
    <g className="offing-zoom offing-no-print">
      {slices.length > 1 &&
        slices.map((slice) => (
          <ZoomButton key={slice.slug} name={slice.name} onPress={() => onZoom(`category:${slice.slug}`)}>
            <path d={arcAlong(slice, radius + margin / 2)} strokeWidth={Math.max(24, margin - 6)} />
          </ZoomButton>
        ))}
      {rings.length > 1 &&
        rings.map((ring) => (
          <RingButton key={ring.band} ring={ring} radius={radius} onPress={() => onZoom(`band:${ring.band}`)} />
        ))}
    </g>
  )
}

function RingButton({ ring, radius, onPress }: { ring: Ring; radius: number; onPress: () => void }) {
  const label = ringLabel(ring, radius)
  if (!label) return null
  const wide = Math.max(24, label.text.length * 7)
  const name = bandLabel({ index: ring.band, from: ring.from, to: ring.open ? null : ring.to })
  return (
    <ZoomButton name={name} onPress={onPress}>
      <rect x={-wide / 2} y={label.y - 12} width={wide} height={24} rx={4} strokeWidth={2} />
    </ZoomButton>
  )
}

function ZoomButton({
  name,
  onPress: press,
  children,
}: {
  name: string
  onPress: () => void
  children: React.ReactNode
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an HTML button cannot stand in an SVG picture.
    <g
      role="button"
      tabIndex={0}
      aria-label={`Enlarge ${name}`}
      className="offing-zoom__button"
      onClick={press}
      onKeyDown={onPress(press)}
    >
      <title>{`Enlarge ${name}`}</title>
      {children}
    </g>
  )
}

/** Along the middle of the band in which a slice's name stands. */
function arcAlong({ from, to }: Slice, radius: number): string {
  const [a, b] = [pointAt(radius, from + 0.01), pointAt(radius, to - 0.01)]
  return `M${a.x} ${a.y}A${radius} ${radius} 0 ${to - from > Math.PI ? 1 : 0} 1 ${b.x} ${b.y}`
}
