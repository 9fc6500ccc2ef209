import { use } from 'react'
import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { ListName, Ranking } from '../../api/contract/ranking.ts'
import { SessionContext } from '../shared/account.ts'
import { useAddress, withQuery } from '../shared/address.ts'
import { useRankingFilters, viewOf } from '../shared/ranking-address.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { count, listNames } from '../shared/words.ts'

const filters = ['category', 'band', 'specialism', 'q']

/** An empty radar says why it is empty, and what happens next. */
export function NothingRanked({ ranking }: { ranking: Ranking }) {
  const { has, linkWith } = useAddress()
  if (!ranking.round) return <NoRoundYet ranking={ranking} />
  if (filters.some(has))
    return (
      <Empty title="Nothing ranked matches">
        <p>
          <Link to={linkWith({ category: null, band: null, specialism: null, q: null })}>Show everything</Link>
        </p>
      </Empty>
    )
  return <NothingYet ranking={ranking} />
}

function NoRoundYet({ ranking: { scan, minimumPanel } }: { ranking: Ranking }) {
  const maySee = use(SessionContext)?.actions.includes('scans.read')
  return (
    <Empty title="No round has closed yet">
      <p>
        The radar appears when the first round of {scan.name} closes. Until then nobody, in any role, sees a figure of
        it.
      </p>
      <p>
        A technology that at least {count(minimumPanel, 'panel member')} answered on will then take its place here, by
        year and by how much it changes.
      </p>
      {maySee && (
        <p>
          <Link to={pageLink(pages.scan, { scan: scan.slug })}>See how far the scan is</Link>
        </p>
      )}
    </Empty>
  )
}

const others: ListName[] = ['awaiting', 'already-here', 'not-affected']

function NothingYet({ ranking: { counts, minimumPanel } }: { ranking: Ranking }) {
  const view = viewOf(useRankingFilters())
  const filled = others.filter((list) => counts[list] > 0)
  return (
    <Empty title="Nothing can be ranked yet">
      <p>
        A technology is ranked once {count(minimumPanel, 'panel member')} have answered on it, and have said when they
        expect it.
      </p>
      {filled.length > 0 && (
        <ul className="nhsuk-list">
          {filled.map((list) => (
            <li key={list}>
              <Link to={withQuery(pages.ranking, { ...view, list })}>
                {listNames[list]}: {count(counts[list], 'technology', 'technologies')}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Empty>
  )
}
