import './filtration.scss'
import { lazy } from 'react'
import { Link, useParams } from 'react-router'
import type { Funnel } from '../../api/contract/filtration.ts'
import { pageLink, pages } from '../../api/contract/paths.ts'
import { stageNames } from '../../api/filtration/words.ts'
import { ChartFigure } from '../shared/charts/ChartFigure.tsx'
import { DemonstrationNotice } from '../shared/DemonstrationNotice.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { count, listed } from '../shared/words.ts'
import { BehindNumber } from './BehindNumber.tsx'
import { ForScanTeam } from './ForScanTeam.tsx'
import { GroupTable } from './GroupTable.tsx'
import { useFunnel } from './queries.ts'
import { StageTable } from './StageTable.tsx'
import { windowInWords } from './words.ts'

const Bars = lazy(() => import('../shared/charts/Bars.tsx'))

/** How far everything came in a scan, why what left has left, and the list behind each number. */
export default function FunnelPage() {
  const { scan = '' } = useParams()
  return (
    <ForScanTeam what="The funnel of a scan" scan={scan}>
      <Read scan={scan} />
    </ForScanTeam>
  )
}

function Read({ scan }: { scan: string }) {
  return (
    <Loaded query={useFunnel(scan)} what="the funnel" missing="scan" isPage>
      {(funnel) => <Whole funnel={funnel} />}
    </Loaded>
  )
}

function Whole({ funnel }: { funnel: Funnel }) {
  const { scan, stages, origins, owners } = funnel
  useTitle(`Funnel of ${scan.name}`)
  const bars = stages.map(({ stage, cameIn }) => ({ name: stageNames[stage], value: cameIn }))
  return (
    <>
      <Link className="nhsuk-back-link offing-no-print" to={pageLink(pages.scan, { scan: scan.slug })}>
        {scan.name}
      </Link>
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-2">Funnel of {scan.name}</h1>
      {funnel.demonstration && <DemonstrationNotice />}
      <p className="nhsuk-u-reading-width">
        {windowInWords(funnel)} Signals are counted as spotted; from the candidate on, technologies, wherever they came
        from.
      </p>
      <ChartFigure
        says={`${listed(bars.map(({ name, value }) => `${name.toLowerCase()}: ${value.toLocaleString('en-GB')}`))}.`}
        chart={<Bars bars={bars} />}
        table={<BarTable bars={bars} />}
      />
      <h2 className="nhsuk-heading-m">What became of it</h2>
      <p className="offing-quiet offing-no-print">Press a number to see what is behind it.</p>
      <StageTable funnel={funnel} />
      <BehindNumber scan={scan.slug} />
      <h2 className="nhsuk-heading-m">Whose it is</h2>
      <GroupTable groups={owners} by="owner" heading="In the team" />
      <h2 className="nhsuk-heading-m">Where it came from</h2>
      <GroupTable groups={origins} by="origin" heading="Origin" />
      <p className="offing-no-print">
        Next: <Link to={pageLink(pages.coverage, { scan: scan.slug })}>where nobody has looked yet</Link>
      </p>
    </>
  )
}

function BarTable({ bars }: { bars: { name: string; value: number }[] }) {
  return (
    <table className="offing-table">
      <caption className="nhsuk-u-visually-hidden">{count(bars.length, 'stage')}</caption>
      <thead>
        <tr>
          <th scope="col">Stage</th>
          <th scope="col" className="offing-number">
            Came in
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ name, value }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="offing-number">{value.toLocaleString('en-GB')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
