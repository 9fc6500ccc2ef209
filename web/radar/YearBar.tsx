import type { RankedTechnology } from '../../api/contract/ranking.ts'
import type { Band } from '../../api/contract/scans.ts'
import { clamp } from './scale.ts'

const width = 132
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
        <line x1={across(early)} x2={across(late + 1)} y1={height / 2} y2={height / 2} className="offing-years__spread" />
      )}
      <circle cx={across(middle + 0.5)} cy={height / 2} r="4.5" className="offing-years__middle" />
    </svg>
  )
}

/** The calendar years at the ends of the bands, over the strips. */
export function YearAxis({ bands }: { bands: readonly Band[] }) {
  const first = bands[0]!.from
  const last = lastYear(bands) + 1
  const left = (year: number) => `${(100 * (year - first)) / (last - first)}%`
  return (
    <span className="offing-years__axis" style={{ width }} aria-hidden="true">
      {bands.map((band, n) => (
        <span key={band.index} style={{ left: left(band.from) }} className={n === 0 ? 'is-first' : undefined}>
          {n === 0 ? band.from : `’${String(band.from % 100).padStart(2, '0')}`}
        </span>
      ))}
    </span>
  )
}

function lastYear(bands: readonly Band[]): number {
  const band = bands.at(-1)!
  return band.to ?? band.from + openYears - 1
}
