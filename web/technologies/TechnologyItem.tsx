import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Category, TechnologySummary } from '../../api/contract/technologies.ts'
import { isBefore, staleBefore } from '../../api/technologies/ageing.ts'
import { useMay } from '../shared/account.ts'
import { exitReasonNames } from '../shared/exit-words.ts'
import { useAbout } from '../shared/queries.ts'
import { stageLabel } from '../shared/stages.ts'
import { count, dateLabel } from '../shared/words.ts'

interface Props {
  technology: TechnologySummary
  categories: Category[]
}

/** One technology in the registry's list. */
export function TechnologyItem({ technology, categories }: Props) {
  const years = useAbout().data?.evidenceStaleYears ?? 3
  const mayWrite = useMay('technologies.write')
  const category = categories.find(({ slug }) => slug === technology.category)
  const facts = [
    category?.name ?? technology.category,
    `stage of development: ${stageLabel(technology.readiness, category?.kind)}`,
    count(technology.specialisms, 'specialism'),
    count(technology.evidence, 'piece of evidence', 'pieces of evidence'),
    ...(technology.owner ? [`with ${technology.owner}`] : []),
  ]
  const why = technology.archivedReason && `: ${exitReasonNames[technology.archivedReason]}`
  return (
    <li>
      <Link to={pageLink(pages.technology, { technology: technology.slug })}>{technology.name}</Link>{' '}
      {technology.archived && <span className="nhsuk-tag nhsuk-tag--grey">Archived{why}</span>}
      <p className="offing-technologies__description">{technology.description}</p>
      <p className="offing-quiet">{facts.join(' · ')}</p>
      {mayWrite && !technology.archived && <Age technology={technology} years={years} />}
    </li>
  )
}

/** What its evidence lacks, if anything. */
function Age({ technology: { newestEvidence }, years }: { technology: TechnologySummary; years: number }) {
  const today = new Date().toISOString().slice(0, 10)
  if (newestEvidence === null)
    return <p className="offing-technologies__flag">No dated source: it cannot enter a scan until it has one</p>
  if (!isBefore(newestEvidence, staleBefore(today, years))) return null
  return <p className="offing-technologies__flag">Newest evidence: {dateLabel(newestEvidence)}</p>
}
