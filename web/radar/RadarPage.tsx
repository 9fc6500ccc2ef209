import './radar.scss'
import { useMemo } from 'react'
import type { Ranking } from '../../api/contract/ranking.ts'
import type { Moved } from '../../api/radar/movement.ts'
import { useAddress } from '../shared/address.ts'
import { DemonstrationNotice } from '../shared/DemonstrationNotice.tsx'
import { InAnEdition } from '../shared/editions/InAnEdition.tsx'
import { useMovements } from '../shared/editions/use-movements.ts'
import { WhichEdition } from '../shared/editions/WhichEdition.tsx'
import { Markers } from '../shared/Markers.tsx'
import { isStatus, useRanking } from '../shared/queries.ts'
import { useRankingFilters } from '../shared/ranking-address.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { NoRanking } from '../shared/states/NoRanking.tsx'
import { useTitle } from '../shared/use-title.ts'
import { WhoAnswered } from '../shared/WhoAnswered.tsx'
import { whatItIsNot } from '../shared/words.ts'
import { RadarAndList } from './RadarAndList.tsx'
import { Showing } from './Showing.tsx'
import { mostShown, rowsShown } from './shown.ts'
import { useColouring } from './use-colouring.ts'
import { zoomFrom } from './zoom.ts'

/** The view a board sees first: who answered, then the radar and its list, the first 25 or all. */
export default function RadarPage() {
  useTitle('Radar')
  return (
    <InAnEdition what="the radar">
      <Shown />
    </InAnEdition>
  )
}

function Shown() {
  const { has } = useAddress()
  const query = useRanking({ ...useRankingFilters(), limit: mostShown })
  if (isStatus(query.error, 404) && !query.data && !has('edition')) return <NoRadar detail={query.error?.message} />
  return (
    <Loaded query={query} what="the radar" isPage>
      {(ranking) => <RadarOf ranking={ranking} isBusy={query.isPlaceholderData} />}
    </Loaded>
  )
}

/** With what moved since the edition before, where there is one. */
function RadarOf(props: Omit<ViewProps, 'moved'>) {
  return <RadarView {...props} moved={useMovements(props.ranking)} />
}

interface ViewProps {
  ranking: Ranking
  isBusy: boolean
  /** What became of each technology since an earlier edition, where there is one to compare with. */
  moved?: ReadonlyMap<string, Moved> | undefined
}

export function RadarView({ ranking, isBusy, moved }: ViewProps) {
  const { scan, lens } = ranking
  const { get } = useAddress()
  const zoom = useMemo(() => zoomFrom(get('zoom'), ranking), [get, ranking])
  const rows = useMemo(() => rowsShown(ranking, get('show') === 'all', zoom), [get, ranking, zoom])
  const colouring = useColouring(ranking, rows, moved)
  return (
    <div className="offing-radar-page" aria-busy={isBusy}>
      <p className="nhsuk-caption-m">{scan.name}</p>
      <h1 className="nhsuk-heading-l">
        Technology radar, {scan.startYear} to {scan.endYear}
        {lens.kind !== 'all' && <span className="offing-radar-page__lens"> for {lens.name}</span>}
      </h1>
      <WhichEdition ranking={ranking} />
      <div className="offing-radar-page__standing">
        <WhoAnswered ranking={ranking} />
        <Markers ranking={ranking} />
        <p className="offing-quiet">{whatItIsNot}</p>
        {ranking.demonstration && <DemonstrationNotice />}
      </div>
      <Showing ranking={ranking} shown={rows.length} zoom={zoom} colouring={colouring} />
      <RadarAndList key={scan.id} rows={rows} ranking={ranking} zoom={zoom} colouring={colouring} />
    </div>
  )
}

function NoRadar({ detail }: { detail: string | undefined }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">Technology radar</h1>
      <NoRanking title="There is no radar to show yet" why={detail} />
    </>
  )
}
