import '../technologies/technology.scss'
import './workforce.scss'
import { Link } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import type { Workforce, WorkforceRow } from '../../api/contract/reviews.ts'
import { useWorkforce } from '../reviews/queries.ts'
import { useAddress, withQuery } from '../shared/address.ts'
import { DemonstrationNotice } from '../shared/DemonstrationNotice.tsx'
import { FilterMenu } from '../shared/FilterMenu.tsx'
import { isStatus } from '../shared/queries.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { NoRanking } from '../shared/states/NoRanking.tsx'
import { useTitle } from '../shared/use-title.ts'
import { count } from '../shared/words.ts'
import { Multiples } from './Multiples.tsx'
import { WorkforceTable } from './WorkforceTable.tsx'

/** Shown where the address chooses none: those that affect the largest share. */
const shownFirst = 8

/** Share of the workforce that each technology affects by year, over all specialisms that have signed a review. */
export default function WorkforcePage() {
  useTitle('Share of the workforce affected')
  const query = useWorkforce(useAddress().get('scan'))
  return (
    <>
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-3">Share of the workforce affected</h1>
      {isStatus(query.error, 404) && !query.data ? (
        <NoRanking title="There is no scan to draw from yet" why={query.error?.message} />
      ) : (
        <Loaded query={query} what="the shares">
          {(workforce) => <WorkforceView workforce={workforce} />}
        </Loaded>
      )}
    </>
  )
}

function WorkforceView({ workforce }: { workforce: Workforce }) {
  const { scan, demonstration, items } = workforce
  const { all, change } = useAddress()
  const chosen = all('technology').filter((slug) => items.some((one) => one.slug === slug))
  const shown = chosen.length > 0 ? items.filter(({ slug }) => chosen.includes(slug)) : items.slice(0, shownFirst)
  return (
    <div className="offing-workforce">
      <p className="offing-quiet nhsuk-u-margin-bottom-2">
        {scan.name}, {scan.startYear} to {scan.endYear}.{' '}
        <Link to={withQuery(pages.specialisms, { scan: scan.slug })}>The specialisms and their reviews</Link>
      </p>
      {demonstration && items.length > 0 && <DemonstrationNotice reviews />}
      {items.length === 0 ? (
        <Empty title="No signed review says how many people are affected yet">
          <p>Leads say it in their reviews: lowest, likeliest and highest share, halfway and at the end of the scan.</p>
        </Empty>
      ) : (
        <>
          <p className="offing-measure">{methodInWords(workforce)}</p>
          <div className="offing-row offing-filters offing-no-print">
            <FilterMenu
              label="Technologies"
              choices={items.map(({ slug, name }) => ({ value: slug, label: name }))}
              chosen={chosen}
              onChange={(technology) => change({ technology })}
              summary={summaryOf(chosen, shown, items)}
            />
          </div>
          <Multiples workforce={workforce} shown={shown} />
          <WorkforceTable workforce={workforce} shown={shown} />
        </>
      )}
    </div>
  )
}

function summaryOf(chosen: string[], shown: WorkforceRow[], items: WorkforceRow[]): string {
  if (chosen.length > 0) return `Technologies (${chosen.length} chosen)`
  return shown.length < items.length
    ? `The ${shown.length} largest of ${items.length} technologies`
    : 'All technologies'
}

/** What stands behind the figures, in words: which specialisms, how they were averaged, and what a range is not. */
function methodInWords({ specialisms, weighting }: Workforce): string {
  const weighed =
    weighting === 'headcount'
      ? 'weighted by how many people work in each'
      : 'each specialism counting the same, since the scan does not hold a headcount for all of them'
  return (
    `From the signed reviews of ${specialisms.reviewed} of ${count(specialisms.of, 'specialism')}. ` +
    `Where several have reviewed a technology, their figures are averaged, ${weighed}. ` +
    'Lowest and highest are averaged in the same way: that is an average of ranges, not a confidence interval. ' +
    'A specialism without a signed review is left out: its share is not known, and is not nought.'
  )
}
