import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { useMay } from '../shared/account.ts'
import { withQuery } from '../shared/address.ts'
import { count } from '../shared/words.ts'

/** The panel on the page of a scan: how many there are, and the ways to its own pages. */
export function PanelSection({ scan }: { scan: Scan }) {
  const byName = useMay('panel.read')
  const mayAdd = useMay('panel.write')
  const address = pageLink(pages.panel, { scan: scan.slug })
  return (
    <section aria-labelledby="panel">
      <div className="offing-row offing-row--apart">
        <h2 className="nhsuk-heading-m" id="panel">
          Panel
        </h2>
        {mayAdd && (
          <Link
            className="nhsuk-button nhsuk-button--small nhsuk-button--secondary offing-no-print"
            to={withQuery(address, { act: 'invite' })}
          >
            Add a panel member
          </Link>
        )}
      </div>
      {byName ? (
        <p>
          {scan.panellists === 0 ? 'Nobody is on the panel yet.' : `${count(scan.panellists, 'panel member')}.`}{' '}
          {scan.panellists === 0 && mayAdd ? (
            <Link to={withQuery(address, { act: 'many' })}>Invite from a spreadsheet</Link>
          ) : (
            <>
              <Link to={address}>See the panel</Link>
              {' · '}
              <Link to={pageLink(pages.messages, { scan: scan.slug })}>Write to the panel</Link>
            </>
          )}
        </p>
      ) : (
        <p>{count(scan.panellists, 'panel member')}. Who has answered is shown as numbers only.</p>
      )}
    </section>
  )
}
