import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Standing } from '../../api/contract/ranking.ts'
import { isStatus, useStanding, useTechnology } from '../shared/queries.ts'
import { useRankingFilters, viewOf } from '../shared/ranking-address.ts'
import { listNames } from '../shared/words.ts'
import { awaitedOf } from '../technologies/standing/words.ts'
import { RemoveButton } from './RemoveButton.tsx'

/** The chosen technologies that have no line, and why. */
export function NotRanked({ slugs }: { slugs: string[] }) {
  return (
    <section aria-labelledby="not-ranked">
      <h2 className="nhsuk-heading-s" id="not-ranked">
        Not ranked, so not drawn
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {slugs.map((slug) => (
          <li key={slug}>
            <Unranked slug={slug} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Unranked({ slug }: { slug: string }) {
  const technology = useTechnology(slug)
  const standing = useStanding(slug, viewOf(useRankingFilters()))
  const name = technology.data?.value.name
  if (technology.isPending || standing.isPending) return 'Loading …'
  return (
    <>
      {name ? <Link to={pageLink(pages.technology, { technology: slug })}>{name}</Link> : `“${slug}”`}:{' '}
      {standing.data ? reasonOf(standing.data) : otherwise(standing.error)}.{' '}
      <RemoveButton slug={slug} name={name ?? slug} />
    </>
  )
}

function reasonOf(standing: Standing): string {
  const words = listNames[standing.list].toLowerCase()
  const awaited = standing.list === 'awaiting' ? awaitedOf(standing) : ''
  return awaited ? `${words} (${awaited})` : words
}

const otherwise = (error: unknown) => (isStatus(error, 404) ? 'it is not in this scan' : 'it could not be loaded')
