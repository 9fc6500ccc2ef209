import type { RankedTechnology } from '../../api/contract/ranking.ts'
import type { Band } from '../../api/contract/scans.ts'
import { clamp } from '../../api/radar/scale.ts'

const width = 88
const height = 18
/** Years shown of a band that has no end. */
const openYears = 10

interface Props {
  years: RankedTechnology['years']
  bands: readonly Band[]
}

/** The middle year on a strip of calendar years, with a line from early to late; its bands are tinted like the rings. */
export function YearBar({ years, bands }: Props) {
  const first = bands[0]!.from
  const last = lastYear(bands) + 1
  const across = (year: number) => (width * (clamp(year, first, last) - first)) / (last - first)
  const { early, late, middle } = years
  return (
    <svg className="offing-years" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      {bands.map((band) => (
        <rect
          key={band.index}
          x={across(band.from)}
          width={across((band.to ?? last - 1) + 1) - across(band.from) - 1}
          height={height}
          className={`offing-years__band offing-years__band--${band.index}`}
        />
      ))}
      {early !== null && late !== null && (
        <line
          x1={across(early)}
          x2={across(late + 1)}
          y1={height / 2}
          y2={height / 2}
          className="offing-years__spread"
        />
      )}
      <circle cx={across(middle + 0.5)} cy={height / 2} r="4.5" className="offing-years__middle" />
    </svg>
  )
}

/** The first calendar year and the end of the horizon, over the strips. */
export function YearAxis({ bands }: { bands: readonly Band[] }) {
  const first = bands[0]!.from
  const horizon = bands.at(-1)!.from
  const left = `${(100 * (horizon - first)) / (lastYear(bands) + 1 - first)}%`
  return (
    <span className="offing-years__axis" style={{ width }} aria-hidden="true">
      <span style={{ left: 0 }}>{first}</span>
      <span style={{ left }}>{horizon}</span>
    </span>
  )
}

function lastYear(bands: readonly Band[]): number {
  const band = bands.at(-1)!
  return band.to ?? band.from + openYears - 1
}
