import './method.scss'
import { Link } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import type { ScanSummary } from '../../api/contract/scans.ts'
import { useAddress } from '../shared/address.ts'
import { useRanking, useScans, useStatement } from '../shared/queries.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { MethodView } from './method/MethodView.tsx'

/** The statement of how a scan works, in plain words, made from the scan's own data; to be read or printed. */
export default function MethodPage() {
  useTitle('How this scan works')
  return (
    <Loaded query={useScans()} what="the scans">
      {({ items }) => (items.length === 0 ? <NoScan /> : <Chosen scans={items} />)}
    </Loaded>
  )
}

/** The scan of the address, or the one that the radar shows, or the newest. */
function Chosen({ scans }: { scans: ScanSummary[] }) {
  const { get } = useAddress()
  const asked = get('scan')
  const ranking = useRanking({ scan: asked, limit: 1 })
  if (ranking.isPending)
    return (
      <Loaded query={ranking} what="this scan">
        {() => null}
      </Loaded>
    )
  const slug = asked || ranking.data?.scan.slug || scans[0]!.slug
  return <OneScan slug={slug} scans={scans} />
}

function OneScan({ slug, scans }: { slug: string; scans: ScanSummary[] }) {
  return (
    <Loaded query={useStatement(slug)} what="this scan" missing="scan">
      {(statement) => (
        <>
          <MethodView statement={statement}>
            <button
              type="button"
              className="nhsuk-button nhsuk-button--secondary nhsuk-button--small offing-no-print"
              onClick={() => window.print()}
            >
              Print this statement
            </button>
          </MethodView>
          {scans.length > 1 && <Others scans={scans.filter((scan) => scan.id !== statement.scan.id)} />}
        </>
      )}
    </Loaded>
  )
}

function Others({ scans }: { scans: ScanSummary[] }) {
  const { linkWith } = useAddress()
  return (
    <nav className="offing-no-print" aria-label="Other scans">
      <h2 className="nhsuk-heading-s">Other scans</h2>
      <ul className="nhsuk-list">
        {scans.map(({ id, slug, name, startYear, endYear }) => (
          <li key={id}>
            <Link to={linkWith({ scan: slug })}>
              {name} ({startYear} to {endYear})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function NoScan() {
  return (
    <>
      <h1 className="nhsuk-heading-l">How this scan works</h1>
      <Empty title="There is no scan to explain yet">
        <p>
          This page is made from a scan’s own method and numbers. <Link to={pages.scans}>Go to the scans</Link>.
        </p>
      </Empty>
    </>
  )
}
