import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import { useMay } from '../shared/account.ts'
import { Empty } from '../shared/states/Empty.tsx'

/** What follows is for the scan team and administrators. */
export function ForScanTeam({ what, scan, children }: { what: string; scan?: string; children: ReactNode }) {
  if (useMay('filtration.read')) return children
  return (
    <Empty title={`${what} is for the scan team`} isPage>
      {scan && (
        <p>
          <Link to={pageLink(pages.scan, { scan })}>See the scan</Link>
        </p>
      )}
    </Empty>
  )
}
