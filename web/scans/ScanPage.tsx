import './scans.scss'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { ScanEditions } from '../editions/ScanEditions.tsx'
import { ScanAnswers } from '../exchange/ScanAnswers.tsx'
import { FiltrationSection } from '../filtration/FiltrationSection.tsx'
import { PanelSection } from '../panel/PanelSection.tsx'
import { ProgressSection } from '../progress/ProgressSection.tsx'
import { RoundsSection } from '../rounds/RoundsSection.tsx'
import { ScanSummary } from '../rounds/ScanSummary.tsx'
import { useMay } from '../shared/account.ts'
import { useAddress, withQuery } from '../shared/address.ts'
import type { Tagged } from '../shared/api-client.ts'
import { useScan } from '../shared/queries.ts'
import { Done, DoneBefore } from '../shared/states/Done.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { count, dateLabel } from '../shared/words.ts'
import { NominationsSection } from '../signals/NominationsSection.tsx'
import { dayIn } from './days.ts'
import { MethodSection } from './MethodSection.tsx'
import { ScanStep } from './ScanStep.tsx'
import { Settings } from './Settings.tsx'
import { SpecialismsTable } from './SpecialismsTable.tsx'

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
  const mayWrite = useMay('messages.send')
  const today = dayIn(scan.timeZone)
  const maySeeEditions = useMay('editions.read')
  const maySeeSignals = useMay('signals.read')
  return (
    <div className="offing-scan">
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-2">{scan.name}</h1>
      <ScanSummary scan={scan} today={today} />
      <DoneBefore />
      {said && (
        <Done key={said}>
          <p>{said}</p>
          {mayWrite && (
            <p>
              <Link to={pageLink(pages.messages, { scan: scan.slug })}>Write to the panel</Link>
            </p>
          )}
        </Done>
      )}
      <p className="offing-quiet">
        {scan.startYear} to {scan.endYear}. {count(scan.technologies, 'technology', 'technologies')},{' '}
        {count(scan.specialisms.length, 'specialism')}, {count(scan.panellists, 'panel member')}.{' '}
        {scan.frozenAt && `Frozen on ${dateLabel(scan.frozenAt)}, when its first round opened. `}
        {scan.previous && (
          <>
            Started from <Link to={pageLink(pages.scan, { scan: scan.previous.slug })}>{scan.previous.name}</Link>.{' '}
          </>
        )}
        <Link to={withQuery(pages.method, { scan: scan.slug })}>How this scan works</Link>
      </p>
      <RoundsSection scan={scan} today={today} />
      <ProgressSection scan={scan} />
      {maySeeEditions && <ScanEditions scan={scan} />}
      <FiltrationSection scan={scan} />
      <ScanAnswers scan={scan} />
      <PanelSection scan={scan} />
      <SpecialismsTable scan={scan} />
      {maySeeSignals && <NominationsSection scan={scan.slug} />}
      <MethodSection scan={scan} />
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
