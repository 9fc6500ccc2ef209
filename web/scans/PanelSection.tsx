import { Link } from 'react-router'
import type { Panel, PanelMember } from '../../api/contract/panel.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { useMay } from '../shared/account.ts'
import { useAddress } from '../shared/address.ts'
import { usePanel } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { count } from '../shared/words.ts'
import { CopyAddresses } from './CopyAddresses.tsx'
import { PanelTable } from './PanelTable.tsx'

const shows: Record<string, { name: string; fits: (member: PanelMember) => boolean }> = {
  all: { name: 'Everybody', fits: () => true },
  'not-started': { name: 'Not started', fits: ({ asked, answered }) => asked > 0 && answered === 0 },
  unfinished: { name: 'Not finished', fits: ({ asked, answered }) => answered < asked },
}

/** Who is on the panel: by name for the scan team and administrators, as a number for everybody else. */
export function PanelSection({ scan }: { scan: Scan }) {
  const { linkWith } = useAddress()
  const byName = useMay('panel.read')
  const mayAdd = useMay('scans.write')
  return (
    <section aria-labelledby="panel">
      <div className="offing-row offing-row--apart">
        <h2 className="nhsuk-heading-m" id="panel">
          Panel
        </h2>
        {mayAdd && (
          <Link
            className="nhsuk-button nhsuk-button--small nhsuk-button--secondary offing-no-print"
            to={linkWith({ act: 'invite' })}
          >
            Add a panel member
          </Link>
        )}
      </div>
      {byName ? (
        <ByName scan={scan} />
      ) : (
        <p>{count(scan.panellists, 'panel member')}. Who has answered is shown as numbers only.</p>
      )}
    </section>
  )
}

function ByName({ scan }: { scan: Scan }) {
  return (
    <Loaded query={usePanel(scan.slug)} what="the panel">
      {(panel) => (panel.total === 0 ? <p>Nobody is on the panel yet.</p> : <Members scan={scan} panel={panel} />)}
    </Loaded>
  )
}

function Members({ scan, panel }: { scan: Scan; panel: Panel }) {
  const { get, linkWith } = useAddress()
  const chosen = shows[get('show')] ? get('show') : 'all'
  const members = panel.items.filter(shows[chosen]!.fits)
  return (
    <>
      <p className="nhsuk-u-margin-bottom-2">
        How much each has answered{panel.round !== null && ` in round ${panel.round}`}. What they answered is nobody’s
        to see.
      </p>
      <nav className="offing-row offing-no-print" aria-label="Which panel members">
        {Object.entries(shows).map(([value, { name, fits }]) => (
          <Link
            key={value}
            to={linkWith({ show: value === 'all' ? null : value })}
            preventScrollReset
            aria-current={value === chosen ? 'true' : undefined}
            className="offing-chip"
          >
            {name} ({panel.items.filter(fits).length})
          </Link>
        ))}
        <CopyAddresses members={members} />
      </nav>
      <PanelTable scan={scan} members={members} caption={shows[chosen]!.name} />
    </>
  )
}
