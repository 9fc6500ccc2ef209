import './certainty.scss'
import type { PlaceRange } from '../../../api/contract/certainty.ts'

const width = 72
const height = 18

interface Props {
  range: PlaceRange
  place: number
  /** How many technologies are ranked: the strip goes from the first place to the last. */
  of: number
}

/** From where to where a place could be, as a line on a strip of all places, with a dot where it is. */
export function RangeStrip({ range, place, of }: Props) {
  const across = (place: number) => (width * (place - 1)) / Math.max(1, of)
  const step = width / Math.max(1, of)
  return (
    <svg className="offing-range" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <rect width={width} height={height} className="offing-range__room" />
      <line
        x1={across(range.low)}
        x2={Math.max(across(range.high) + step, across(range.low) + 2)}
        y1={height / 2}
        y2={height / 2}
        className="offing-range__line"
      />
      <circle cx={across(place) + step / 2} cy={height / 2} r="3.5" className="offing-range__place" />
    </svg>
  )
}
