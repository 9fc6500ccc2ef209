import '../filtration.scss'
import { useMemo } from 'react'
import { Link, useParams } from 'react-router'
import type { Coverage } from '../../../api/contract/filtration.ts'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import { useAddress } from '../../shared/address.ts'
import { DemonstrationNotice } from '../../shared/DemonstrationNotice.tsx'
import { Empty } from '../../shared/states/Empty.tsx'
import { Loaded } from '../../shared/states/Loaded.tsx'
import { useIsPhone } from '../../shared/use-is-phone.ts'
import { useTitle } from '../../shared/use-title.ts'
import { count, dateLabel } from '../../shared/words.ts'
import { ForScanTeam } from '../ForScanTeam.tsx'
import { useCoverage } from '../queries.ts'
import { CellPanel } from './CellPanel.tsx'
import { rowsOf } from './cells.ts'
import { Filters, filterNames, useKept } from './Filters.tsx'
import { Grid } from './Grid.tsx'
import { Lists } from './Lists.tsx'
import { NothingLooked } from './NothingLooked.tsx'

/** Specialism by category: where technologies and signals are, and where nobody has looked. */
export default function CoveragePage() {
  const { scan = '' } = useParams()
  return (
    <ForScanTeam what="The coverage map" scan={scan}>
      <Read scan={scan} />
    </ForScanTeam>
  )
}

function Read({ scan }: { scan: string }) {
  return (
    <Loaded query={useCoverage(scan)} what="the coverage map" missing="scan" isPage>
      {(coverage) => <Whole coverage={coverage} />}
    </Loaded>
  )
}

function Whole({ coverage }: { coverage: Coverage }) {
  const { scan, round, technologies, specialisms } = coverage
  useTitle(`Coverage of ${scan.name}`)
  return (
    <>
      <Link className="nhsuk-back-link offing-no-print" to={pageLink(pages.scan, { scan: scan.slug })}>
        {scan.name}
      </Link>
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-2">What have we missed? Coverage of {scan.name}</h1>
      {coverage.demonstration && <DemonstrationNotice />}
      <p className="nhsuk-u-reading-width">
        {count(technologies, 'technology', 'technologies')} that the scan asks about, or that were candidates for it, by
        specialism and category. One that may affect several specialisms stands with each of them.{' '}
        {round
          ? `Bands are those of the whole scan’s answer when round ${round.number} closed on ${dateLabel(round.closedAt)}.`
          : 'No round has closed yet, so that no technology is judged.'}
      </p>
      {specialisms.length === 0 ? (
        <Empty title="The scan holds no specialism yet" />
      ) : (
        <CoverageMap coverage={coverage} />
      )}
      <p className="offing-no-print">
        Others may have looked where you have not:{' '}
        <Link to={pages.outsideLists}>hold a list of theirs against the registry</Link>
      </p>
    </>
  )
}

function CoverageMap({ coverage }: { coverage: Coverage }) {
  const { all, linkWith } = useAddress()
  const bands = all('band').join()
  const rows = useMemo(() => rowsOf(coverage, bands === '' ? [] : bands.split(',')), [coverage, bands])
  const kept = useKept(coverage, rows)
  const isPhone = useIsPhone()
  const View = isPhone ? Lists : Grid
  return (
    <>
      <Filters coverage={coverage} />
      {kept.rows.length === 0 ? (
        <Empty title="Nothing is left by these filters">
          <p>
            <Link to={linkWith(Object.fromEntries(filterNames.map((name) => [name, null])))}>Clear the filters</Link>
          </p>
        </Empty>
      ) : (
        <View coverage={coverage} rows={kept.rows} columns={kept.columns} />
      )}
      <CellPanel coverage={coverage} rows={rows} />
      <NothingLooked coverage={coverage} rows={rows} />
    </>
  )
}
