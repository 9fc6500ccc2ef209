import { NavLink } from 'react-router'
import type { Page } from '../../api/contract/paths.ts'
import { useAccount } from './account.ts'
import './tabs.scss'

interface Tab {
  page: Page
  name: string
  /** Shown to accounts that may do this. */
  action: string
}

/** Pages that belong together, one step from each other. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const { actions } = useAccount()
  return (
    <nav className="offing-tabs offing-no-print" aria-label={label}>
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
