import { pages } from '../../../api/contract/paths.ts'
import { Tabs } from '../Tabs.tsx'

const tabs = [
  { page: pages.accounts, name: 'Accounts', action: 'accounts.read' },
  { page: pages.taxonomy, name: 'Taxonomy', action: 'taxonomy.write' },
  { page: pages.tokens, name: 'Tokens', action: 'tokens.read' },
  { page: pages.settings, name: 'Settings', action: 'settings.read' },
  { page: pages.audit, name: 'Audit trail', action: 'audit.read' },
]

/** The pages of administrators, one step from each other. */
export const AdminTabs = () => <Tabs label="Admin" tabs={tabs} />
