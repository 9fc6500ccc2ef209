import { pages } from '../../../api/contract/paths.ts'
import { Tabs } from '../Tabs.tsx'

const tabs = [
  { page: pages.signals, name: 'Inbox', action: 'signals.read' },
  { page: pages.sources, name: 'Sources', action: 'sources.read' },
  { page: pages.duplicates, name: 'Near-duplicates', action: 'duplicates.read' },
  { page: pages.outsideLists, name: 'Outside lists', action: 'outside-lists.read' },
  { page: pages.imports, name: 'Import', action: 'imports.read' },
]

/** The pages of the scan team's workbench, one step from each other. */
export const WorkbenchTabs = () => <Tabs label="Workbench" tabs={tabs} />
