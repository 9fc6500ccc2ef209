import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Category, TechnologySummary } from '../../api/contract/technologies.ts'
import { stageLabel } from '../shared/stages.ts'
import { count } from '../shared/words.ts'

interface Props {
  technology: TechnologySummary
  categories: Category[]
}

/** One technology in the registry's list. */
export function TechnologyItem({ technology, categories }: Props) {
  const category = categories.find(({ slug }) => slug === technology.category)
  const facts = [
    category?.name ?? technology.category,
    `stage of development: ${stageLabel(technology.readiness, category?.kind)}`,
    count(technology.specialisms, 'specialism'),
    count(technology.evidence, 'piece of evidence', 'pieces of evidence'),
  ]
  return (
    <li>
      <Link to={pageLink(pages.technology, { technology: technology.slug })}>{technology.name}</Link>{' '}
      {technology.archived && <span className="nhsuk-tag nhsuk-tag--grey">Archived</span>}
      <p className="offing-technologies__description">{technology.description}</p>
      <p className="offing-quiet">{facts.join(' · ')}</p>
    </li>
  )
}
