import { Link } from 'react-router'
import type { Panel, PanelMember } from '../../api/contract/panel.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { useAddress } from '../shared/address.ts'
import { SearchField, stay } from '../shared/SearchField.tsx'
import { count } from '../shared/words.ts'
import { MemberTable } from './MemberTable.tsx'

interface Props {
  scan: Scan
  panel: Panel
  may: boolean
}

/** So many fit a page; a larger panel is searched, or shown whole by one press. */
const first = 25

/** The panel by name: those whom the search finds by name, address or specialism, the first of them or all. */
export function MembersFound({ scan, panel, may }: Props) {
  const { get, change, linkWith } = useAddress()
  const sought = get('q')
  const found = panel.items.filter((member) => fits(member, scan, sought))
  const shown = get('show') === 'all' ? found : found.slice(0, first)
  return (
    <>
      {panel.items.length > first && (
        <form className="offing-no-print" onSubmit={stay}>
          <SearchField
            label="Find by name, email address or specialism"
            value={sought}
            onSearch={(q) => change({ q }, { typing: true })}
          />
        </form>
      )}
      <p className="offing-quiet" role="status">
        {sought && `${count(found.length, 'person', 'people')} found. `}
        {shown.length < found.length && `The first ${shown.length} of ${found.length} are shown. `}
      </p>
      {found.length > 0 && <MemberTable scan={scan} members={shown} round={panel.round} may={may} />}
      {shown.length < found.length && (
        <p className="offing-no-print">
          <Link to={linkWith({ show: 'all' })} preventScrollReset>
            Show all {found.length}
          </Link>
        </p>
      )}
    </>
  )
}

function fits({ name, email, specialisms }: PanelMember, scan: Scan, sought: string): boolean {
  const names = scan.specialisms.filter(({ slug }) => specialisms.includes(slug)).map((one) => one.name)
  const text = [name, email, ...names].join(' ').toLowerCase()
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
