import { NavLink } from 'react-router'
import { pages } from '../../../api/contract/paths.ts'
import { useAccount } from '../account.ts'
import '../tabs.scss'

const tabs = [
  { page: pages.signals, name: 'Inbox', action: 'signals.read' },
  { page: pages.sources, name: 'Sources', action: 'sources.read' },
  { page: pages.duplicates, name: 'Near-duplicates', action: 'duplicates.read' },
  { page: pages.outsideLists, name: 'Outside lists', action: 'outside-lists.read' },
  { page: pages.imports, name: 'Import', action: 'imports.read' },
]

/** The pages of the scan team's workbench, one step from each other. */
export function WorkbenchTabs() {
  const { actions } = useAccount()
  return (
    <nav className="offing-tabs offing-no-print" aria-label="Workbench">
      <ul>
        {tabs
          .filter(({ action }) => actions.includes(action))
          .map(({ page, name }) => (
            <li key={page}>
              <NavLink to={page}>{name}</NavLink>
            </li>
          ))}
      </ul>
    </nav>
  )
}
