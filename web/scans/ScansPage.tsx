import './scans.scss'
import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { ScanSummary } from '../../api/contract/scans.ts'
import { summaryOf } from '../rounds/summary.ts'
import { useMay } from '../shared/account.ts'
import { useScan, useScans } from '../shared/queries.ts'
import { DoneBefore } from '../shared/states/Done.tsx'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { count } from '../shared/words.ts'
import { dayIn } from './days.ts'

/** All scans, newest first, and where a new one begins. */
export default function ScansPage() {
  useTitle('Scans')
  const may = useMay('scans.write')
  const query = useScans()
  return (
    <>
      <DoneBefore />
      <div className="offing-row offing-row--apart">
        <h1 className="nhsuk-heading-l">Scans</h1>
        {may && (
          <Link className="nhsuk-button nhsuk-button--small nhsuk-button--secondary" to={pages.newScan}>
            Create a scan
          </Link>
        )}
      </div>
      <Loaded query={query} what="the scans">
        {({ items }) => (items.length === 0 ? <None may={may} /> : <List scans={items} />)}
      </Loaded>
    </>
  )
}

function None({ may }: { may: boolean }) {
  if (!may)
    return (
      <Empty title="There is no scan to see yet">
        <p>The scan team creates scans. You will see one here once it is for your role to see.</p>
      </Empty>
    )
  return (
    <Empty title="There is no scan yet">
      <ol className="nhsuk-list nhsuk-list--number">
        <li>
          <Link to={pages.enterTechnology}>Enter technologies</Link>, with a source each.
        </li>
        <li>
          <Link to={pages.newScan}>Create a scan</Link>: its name, its first year, its specialisms.
        </li>
        <li>Add panel members to it.</li>
        <li>Prepare a round, ask about the technologies, open it. When you close it, the ranking is drawn.</li>
      </ol>
    </Empty>
  )
}

function List({ scans }: { scans: ScanSummary[] }) {
  return (
    <ul className="offing-scans">
      {scans.map((scan) => (
        <li key={scan.id}>
          <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">
            <Link to={pageLink(pages.scan, { scan: scan.slug })}>{scan.name}</Link>
          </h2>
          <Stands slug={scan.slug} />
          <p className="offing-quiet">
            {scan.startYear} to {scan.endYear} · {count(scan.technologies, 'technology', 'technologies')} ·{' '}
            {count(scan.rounds, 'round')}
          </p>
        </li>
      ))}
    </ul>
  )
}

function Stands({ slug }: { slug: string }) {
  const scan = useScan(slug).data?.value
  return <p className="nhsuk-u-margin-bottom-1">{scan ? summaryOf(scan, dayIn(scan.timeZone)) : '…'}</p>
}
