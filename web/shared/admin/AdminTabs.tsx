import { NavLink } from 'react-router'
import { pages } from '../../../api/contract/paths.ts'
import { useAccount } from '../account.ts'
import '../tabs.scss'

const tabs = [
  { page: pages.accounts, name: 'Accounts', action: 'accounts.read' },
  { page: pages.taxonomy, name: 'Taxonomy', action: 'taxonomy.write' },
  { page: pages.tokens, name: 'Tokens', action: 'tokens.read' },
  { page: pages.settings, name: 'Settings', action: 'settings.read' },
  { page: pages.audit, name: 'Audit trail', action: 'audit.read' },
]

/** The pages of administrators, one step from each other. */
export function AdminTabs() {
  const { actions } = useAccount()
  return (
    <nav className="offing-tabs offing-no-print" aria-label="Admin">
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
