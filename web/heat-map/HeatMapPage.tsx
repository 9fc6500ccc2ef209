import './heat-map.scss'
import { useMemo } from 'react'
import type { HeatMap } from '../../api/contract/heat-map.ts'
import { useAddress } from '../shared/address.ts'
import { DemonstrationNotice } from '../shared/DemonstrationNotice.tsx'
import { isStatus, useHeatMap } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { NoRanking } from '../shared/states/NoRanking.tsx'
import { usePrinting } from '../shared/table/use-printing.ts'
import { useTitle } from '../shared/use-title.ts'
import { count, dateLabel } from '../shared/words.ts'
import { Exports } from './Exports.tsx'
import { entriesOf } from './entries.ts'
import { Filters } from './Filters.tsx'
import { Grid } from './Grid.tsx'
import { Legend } from './Legend.tsx'
import { NothingHere } from './NothingHere.tsx'
import { PrintedTables } from './PrintedTables.tsx'
import { useHeatMapFilters } from './use-heat-map-filters.ts'
import type { Figure } from './words.ts'

/** Technology by specialism; what it shows is all in the address. */
export default function HeatMapPage() {
  useTitle('Heat map')
  const { has } = useAddress()
  const query = useHeatMap(useHeatMapFilters())
  const isNone = isStatus(query.error, 404) && !query.data && !['scan', 'lens'].some(has)
  return (
    <>
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-2">
        Heat map
        {query.data && <span className="nhsuk-caption-l">{captionOf(query.data)}</span>}
      </h1>
      {isNone ? (
        <NoRanking title="There is no heat map to show yet" why={query.error?.message} />
      ) : (
        <Loaded query={query} what="the heat map">
          {(map) => <HeatMapView map={map} busy={query.isPlaceholderData} />}
        </Loaded>
      )}
    </>
  )
}

function captionOf({ scan, lens }: HeatMap) {
  return `${scan.name} (${scan.startYear} to ${scan.endYear})${lens.kind === 'all' ? '' : `, for ${lens.name}`}`
}

function HeatMapView({ map, busy }: { map: HeatMap; busy: boolean }) {
  const { get, change } = useAddress()
  const printing = usePrinting()
  const figure: Figure = get('show') === 'answers' ? 'answers' : 'impact'
  const sort = get('sort')
  const entries = useMemo(() => entriesOf(map, sort), [map, sort])
  const isEmpty = map.rows.length === 0 || !map.round
  return (
    <>
      <p className="offing-quiet offing-measure nhsuk-u-margin-bottom-3">
        {map.round?.closedAt
          ? `How much each technology would change each specialism’s services by ${map.scan.endYear}: the mean answer, 0 to 9, in the rounds closed by ${dateLabel(map.round.closedAt)}.`
          : 'How much each technology would change each specialism’s services.'}
      </p>
      {map.demonstration && <DemonstrationNotice />}
      <Filters map={map} figure={figure} />
      {isEmpty ? (
        <NothingHere hasRound={map.round !== null} />
      ) : (
        <>
          <Legend figure={figure} minimumShown={map.minimumShown} />
          {printing ? (
            <PrintedTables map={map} entries={entries} figure={figure} />
          ) : (
            <Grid
              map={map}
              entries={entries}
              figure={figure}
              sort={sort}
              onSort={(sort) => change({ sort })}
              busy={busy}
            />
          )}
          <p className="offing-quiet nhsuk-u-margin-bottom-2">
            {count(map.rows.length, 'technology', 'technologies')} by {count(map.columns.length, 'specialism')}
            {map.rows.length < map.total && `, of ${count(map.total, 'technology', 'technologies')}`}.
          </p>
          <Exports figure={figure} />
        </>
      )}
    </>
  )
}
