import { Link } from 'react-router'
import type { RankedTechnology } from '../../api/contract/ranking.ts'
import { criteria } from '../../api/scans/method.ts'
import { RangeStrip } from '../shared/certainty/RangeStrip.tsx'
import { rangeLabel } from '../shared/certainty/words.ts'
import { wholePoints, wholeScore } from '../shared/points.ts'
import { ScoreBar } from '../shared/ScoreBar.tsx'
import { bandLabel, criterionNames, ordinal, reachLabel } from '../shared/words.ts'
import type { RankedRow } from './columns.tsx'
import { technologyAddress, useCellWorld } from './RankingContext.ts'

interface Row {
  row: RankedTechnology
}

export function PlaceCell({ row }: Row) {
  const isShared = useCellWorld().shared.has(row.place)
  return (
    <>
      {ordinal(row.place)}
      {isShared && (
        <>
          <span aria-hidden="true"> =</span>
          <span className="nhsuk-u-visually-hidden"> shared</span>
        </>
      )}
    </>
  )
}

/** From where to where its place could be, with nine chances in ten. */
export function RangeCell({ row }: { row: RankedRow }) {
  const { rankedInAll } = useCellWorld()
  if (!row.range) return null
  return (
    <>
      <RangeStrip range={row.range} place={row.place} of={rankedInAll} />
      <span className="offing-range-label">{rangeLabel(row.range)}</span>
    </>
  )
}

export function NameCell({ row }: { row: { slug: string; name: string } }) {
  return <Link to={technologyAddress(row.slug, useCellWorld().view)}>{row.name}</Link>
}

export function CategoryCell({ slug }: { slug: string }) {
  return useCellWorld().ranking.categories.find((category) => category.slug === slug)?.name ?? slug
}

/** One number and the bar of its parts; pressed, the parts as numbers that add up to it. */
export function ScoreCell({ row }: Row) {
  const { open, toggle } = useCellWorld()
  const isOpen = open.has(row.id)
  return (
    <div className="offing-score">
      <button type="button" className="offing-score__button" aria-expanded={isOpen} onClick={() => toggle(row.id)}>
        <span className="offing-score__number">{wholeScore(row.score)}</span>
        <ScoreBar contributions={row.contributions} />
        <span className="nhsuk-u-visually-hidden">: parts of the change score</span>
      </button>
      {isOpen && <ScoreParts row={row} />}
    </div>
  )
}

function ScoreParts({ row }: Row) {
  const points = wholePoints(row.contributions)
  const { shares } = useCellWorld().ranking
  return (
    <ul className="offing-score__parts">
      {criteria.map((criterion) => (
        <li key={criterion}>
          <b>{points[criterion]}</b>of {Math.round(100 * shares[criterion])} for{' '}
          {criterionNames[criterion].toLowerCase()}
        </li>
      ))}
    </ul>
  )
}

/** The middle year, with how early and how late where enough answers say so. */
export function YearsCell({ row }: Row) {
  const { middle, early, late } = row.years
  return (
    <>
      {middle}
      {early !== null && late !== null && (
        <span className="offing-quiet offing-block">
          {early === late ? `all answers: ${early}` : `${early} to ${late}`}
        </span>
      )}
    </>
  )
}

export function BandCell({ row }: Row) {
  const band = useCellWorld().ranking.bands.find(({ index }) => index === row.band)
  return band ? bandLabel(band) : ''
}

/** Of all specialisms in the lens, asked or not: reach is measured against them. */
export function ReachCell({ row }: Row) {
  return reachLabel(row.affected, useCellWorld().ranking.answered.ofSpecialisms)
}
