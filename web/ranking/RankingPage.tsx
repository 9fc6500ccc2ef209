import './ranking.scss'
import type { ListName, Ranking } from '../../api/contract/ranking.ts'
import { useAddress } from '../shared/address.ts'
import { DemonstrationNotice } from '../shared/DemonstrationNotice.tsx'
import { InAnEdition } from '../shared/editions/InAnEdition.tsx'
import { WhichEdition } from '../shared/editions/WhichEdition.tsx'
import { Markers } from '../shared/Markers.tsx'
import { isStatus, useRanking } from '../shared/queries.ts'
import { useRankingFilters } from '../shared/ranking-address.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { NoRanking } from '../shared/states/NoRanking.tsx'
import { useTitle } from '../shared/use-title.ts'
import { WhoAnswered } from '../shared/WhoAnswered.tsx'
import { Exports } from './Exports.tsx'
import { Filters } from './Filters.tsx'
import { FirstTenDependOn } from './FirstTenDependOn.tsx'
import { ListTabs } from './ListTabs.tsx'
import { NothingHere } from './NothingHere.tsx'
import { OtherTable } from './OtherTable.tsx'
import { RankedTable } from './RankedTable.tsx'

/** More than any scan holds: the whole list comes at once, so that it can be sorted and printed. */
const everything = 20_000

/** The ranked table and the three other lists; what it shows is all in the address. */
export default function RankingPage() {
  useTitle('Ranking')
  return (
    <InAnEdition what="the ranking">
      <Shown />
    </InAnEdition>
  )
}

function Shown() {
  const { get, has } = useAddress()
  const list = (get('list') || 'ranked') as ListName
  const query = useRanking({ ...useRankingFilters(), list, limit: everything })
  // With one of these in the address a 404 may mean that there is no such edition, scan or lens.
  const isNone = isStatus(query.error, 404) && !query.data && !['edition', 'scan', 'lens'].some(has)
  return (
    <div className="offing-ranking">
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-2">
        Ranking
        {query.data && <span className="nhsuk-caption-l">{captionOf(query.data)}</span>}
      </h1>
      {isNone ? (
        <NoRanking title="There is no ranking to show yet" why={query.error?.message} />
      ) : (
        <Loaded query={query} what="the ranking">
          {(ranking) => <RankingView ranking={ranking} busy={query.isPlaceholderData} />}
        </Loaded>
      )}
    </div>
  )
}

function captionOf({ scan, lens }: Ranking) {
  return `${scan.name} (${scan.startYear} to ${scan.endYear})${lens.kind === 'all' ? '' : `, for ${lens.name}`}`
}

function RankingView({ ranking, busy }: { ranking: Ranking; busy: boolean }) {
  const { round, list, items } = ranking
  return (
    <>
      <WhichEdition ranking={ranking} />
      <WhoAnswered ranking={ranking} />
      <Markers ranking={ranking} />
      {ranking.demonstration && <DemonstrationNotice />}
      <Filters ranking={ranking} />
      <ListTabs ranking={ranking} />
      {items.length === 0 ? (
        <NothingHere list={list} hasRound={round !== null} awaiting={ranking.counts.awaiting} />
      ) : list === 'ranked' ? (
        <>
          <RankedTable ranking={ranking} busy={busy} />
          <FirstTenDependOn />
        </>
      ) : (
        <OtherTable ranking={ranking} busy={busy} />
      )}
      {items.length > 0 && <Exports />}
      {ranking.nextCursor && <p>The first {items.length.toLocaleString('en-GB')} are shown.</p>}
    </>
  )
}
