import './scans.scss'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { useMay } from '../shared/account.ts'
import { useAddress } from '../shared/address.ts'
import type { Tagged } from '../shared/api-client.ts'
import { useScan } from '../shared/queries.ts'
import { Done } from '../shared/states/Done.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { count, dateLabel } from '../shared/words.ts'
import { dayIn } from './days.ts'
import { PanelSection } from './PanelSection.tsx'
import { Rounds } from './Rounds.tsx'
import { ScanStep } from './ScanStep.tsx'
import { Settings } from './Settings.tsx'
import { SpecialismsTable } from './SpecialismsTable.tsx'
import { summaryOf } from './summary.ts'

/** One scan: its rounds, who has answered, its panel and specialisms. `act` in the address is a thing to do about it. */
export default function ScanPage() {
  const { scan = '' } = useParams()
  const { get, change } = useAddress()
  const [said, setSaid] = useState('')
  const may = useMay('scans.write')
  const act = get('act')
  const done = (what: string) => {
    setSaid(what)
    change({ act: null, technology: null })
    window.scrollTo(0, 0)
  }
  return (
    <Loaded query={useScan(scan)} what="this scan" missing="scan" isPage>
      {(read) => (
        <>{act && may ? <ScanStep act={act} scan={read.value} onDone={done} /> : <Whole read={read} said={said} />}</>
      )}
    </Loaded>
  )
}

function Whole({ read, said }: { read: Tagged<Scan>; said: string }) {
  const scan = read.value
  useTitle(scan.name)
  const today = dayIn(scan.timeZone)
  return (
    <div className="offing-scan">
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-2">{scan.name}</h1>
      <p className="nhsuk-lede-text nhsuk-u-margin-bottom-3">{summaryOf(scan, today)}.</p>
      {said && (
        <Done key={said}>
          <p>{said}</p>
        </Done>
      )}
      <p className="offing-quiet">
        {scan.startYear} to {scan.endYear}. {count(scan.technologies, 'technology', 'technologies')},{' '}
        {count(scan.specialisms.length, 'specialism')}, {count(scan.panellists, 'panel member')}.{' '}
        {scan.frozenAt && `Frozen on ${dateLabel(scan.frozenAt)}, when its first round opened. `}
        <Link to={pages.method}>How this scan works</Link>
      </p>
      <Rounds scan={scan} today={today} />
      <PanelSection scan={scan} />
      <SpecialismsTable scan={scan} />
      <Settings read={read} />
      {scan.demonstration && <Demonstration />}
    </div>
  )
}

function Demonstration() {
  const { linkWith } = useAddress()
  if (!useMay('demonstration.restart')) return null
  return (
    <section aria-labelledby="demonstration">
      <h2 className="nhsuk-heading-m" id="demonstration">
        Demonstration
      </h2>
      <p>People and answers are made up. You can put everything back as it was.</p>
      <Link className="nhsuk-button nhsuk-button--secondary" to={linkWith({ act: 'restart' })}>
        Start the demonstration again …
      </Link>
    </section>
  )
}
