import './panel.scss'
import '../scans/scans.scss'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Panel } from '../../api/contract/panel.ts'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { useMay } from '../shared/account.ts'
import { useAddress, withQuery } from '../shared/address.ts'
import { usePanel, useScan } from '../shared/queries.ts'
import { Done } from '../shared/states/Done.tsx'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { count } from '../shared/words.ts'
import { MembersFound } from './MembersFound.tsx'
import { PanelStep } from './PanelStep.tsx'

/** Who is on the panel of a scan, for the scan team. `act` in the address is a thing to do about it, `member` to whom. */
export default function PanelPage() {
  const { scan = '' } = useParams()
  return useMay('panel.read') ? <ForScanTeam scan={scan} /> : <NotForYou scan={scan} />
}

function NotForYou({ scan }: { scan: string }) {
  return (
    <Empty title="The panel by name is for the scan team" isPage>
      <p>
        <Link to={pageLink(pages.scan, { scan })}>See the scan and how many have answered</Link>
      </p>
    </Empty>
  )
}

function ForScanTeam({ scan }: { scan: string }) {
  return (
    <Loaded query={useScan(scan)} what="this scan" missing="scan" isPage>
      {({ value }) => <OfScan scan={value} />}
    </Loaded>
  )
}

function OfScan({ scan }: { scan: Scan }) {
  useTitle(`Panel of ${scan.name}`)
  const { get, change } = useAddress()
  const [said, setSaid] = useState('')
  const may = useMay('panel.write')
  const act = get('act')
  const done = (what: string) => {
    setSaid(what)
    change({ act: null, member: null, item: null })
    window.scrollTo(0, 0)
  }
  return (
    <Loaded query={usePanel(scan.slug)} what="the panel" isPage>
      {(panel) =>
        act && may ? (
          <PanelStep act={act} scan={scan} panel={panel} onDone={done} />
        ) : (
          <Whole scan={scan} panel={panel} said={said} />
        )
      }
    </Loaded>
  )
}

function Whole({ scan, panel, said }: { scan: Scan; panel: Panel; said: string }) {
  const { linkWith } = useAddress()
  const may = useMay('panel.write')
  const present = panel.items.filter(({ leftAt }) => leftAt === null)
  return (
    <>
      <Link className="nhsuk-back-link" to={pageLink(pages.scan, { scan: scan.slug })}>
        {scan.name}
      </Link>
      <h1 className="nhsuk-heading-l">Panel</h1>
      {said && (
        <Done key={said}>
          <p>{said}</p>
          {may && scan.panellists > 0 && (
            <p>
              <Link to={withQuery(pageLink(pages.messages, { scan: scan.slug }), { kind: 'invitation' })}>
                Write an invitation
              </Link>
            </p>
          )}
        </Done>
      )}
      <p className="nhsuk-u-reading-width">
        {present.length === 0 ? 'Nobody is on the panel yet.' : `${count(present.length, 'panel member')}.`} How much
        each has answered is shown here; what they answered is nobody’s to see.
      </p>
      {may && (
        <p className="offing-row offing-no-print">
          <Link className="nhsuk-button nhsuk-button--small" to={linkWith({ act: 'many' })}>
            Invite from a spreadsheet
          </Link>
          <Link className="nhsuk-button nhsuk-button--small nhsuk-button--secondary" to={linkWith({ act: 'invite' })}>
            Add a panel member
          </Link>
          <Link to={pageLink(pages.messages, { scan: scan.slug })}>Write to the panel</Link>
        </p>
      )}
      {panel.total > 0 && <MembersFound scan={scan} panel={panel} may={may} />}
    </>
  )
}
