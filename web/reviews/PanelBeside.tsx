import { useWatch } from 'react-hook-form'
import type { Standing } from '../../api/contract/ranking.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { type FirstYear, firstYear, startBy } from '../../api/reviews/start-by.ts'
import { useStanding } from '../shared/queries.ts'
import { count } from '../shared/words.ts'
import { changeMeaning, oneDecimal, whyWithheld } from '../technologies/standing/words.ts'
import type { ReviewReference } from './queries.ts'
import { numberFrom } from './review-fields.ts'
import { startExplained, startInWords } from './words.ts'

/** What the panel says of the technology for this specialism, and the year by which to start, as one types. */
export function PanelBeside({ scan, reference }: { scan: Scan; reference: ReviewReference }) {
  const standing = useStanding(reference.technology, { scan: reference.scan }).data
  const years = standing?.ranked?.years ?? null
  return (
    <aside className="offing-card offing-review__beside" aria-labelledby="panel-says">
      <h2 className="nhsuk-heading-s" id="panel-says">
        What the panel says
      </h2>
      {standing?.round ? (
        <Figures standing={standing} specialism={reference.specialism} />
      ) : (
        <p>No round has closed yet, so there are no figures.</p>
      )}
      <h3 className="nhsuk-heading-s">Start by</h3>
      <StartByLive first={firstYear(years)} startYear={scan.startYear} />
    </aside>
  )
}

function Figures({ standing, specialism }: { standing: Standing; specialism: string }) {
  const own = standing.specialisms.find(({ slug }) => slug === specialism)
  const { ranked, scan } = standing
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      <li>{ownWords(own, standing)}</li>
      {ranked && (
        <li>
          All specialisms expect it in {ranked.years.middle}
          {ranked.years.early !== null && ` (${ranked.years.early} to ${ranked.years.late})`}, from{' '}
          {count(ranked.years.answers, 'answer')}. Its place is {ranked.place} of {standing.of} in {scan.name}.
        </li>
      )}
    </ul>
  )
}

function ownWords(own: Standing['specialisms'][number] | undefined, { minimumShown }: Standing): string {
  if (!own) return 'The panel was not asked about it for your specialism.'
  if (own.withheld) return `Your specialism’s own figure: ${whyWithheld(minimumShown)}.`
  if (own.meanImpact === null) return 'Nobody has answered for your specialism.'
  const mean = `${oneDecimal(own.meanImpact)} of 9: ${changeMeaning(own.meanImpact)}`
  return `Your specialism, mean of ${count(own.answers ?? 0, 'answer')}: ${mean}.`
}

function StartByLive({ first, startYear }: { first: FirstYear; startYear: number }) {
  const typed: string = useWatch({ name: 'yearsNeeded' })
  const number = numberFrom(typed)
  const needed = number !== null && Number.isInteger(number) && number >= 0 && number <= 20 ? number : null
  const start = startBy(first, needed)
  return (
    <div role="status">
      <p className="offing-review__start">{startInWords(start, startYear)}</p>
      <p className="offing-quiet">{startExplained(start, needed)}</p>
    </div>
  )
}
