import './inbox.scss'
import { Link } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import { useMay } from '../shared/account.ts'
import { ClearFilters } from '../shared/ClearFilters.tsx'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { dateLabel } from '../shared/words.ts'
import { WorkbenchTabs } from '../shared/workbench/WorkbenchTabs.tsx'
import { Inbox } from './Inbox.tsx'
import { InboxFilters } from './InboxFilters.tsx'
import { useChoices, useSignals } from './queries.ts'
import { filters, useInboxAddress } from './use-inbox-address.ts'

/** What reached the scan team: read one after the other, by keys or by buttons, and linked, started from or dismissed. */
export default function InboxPage() {
  useTitle('Signals')
  const { query } = useInboxAddress()
  const signals = useSignals(query)
  return (
    <>
      <WorkbenchTabs />
      <h1 className="nhsuk-heading-l">Signals</h1>
      <InboxFilters counts={signals.data?.counts} />
      <Loaded query={signals} what="the signals">
        {(list) => <Inbox list={list} busy={signals.isPlaceholderData} nothing={<Nothing />} />}
      </Loaded>
    </>
  )
}

function Nothing() {
  const { state, isFiltered } = useInboxAddress()
  if (isFiltered || state !== 'unread')
    return (
      <Empty title="No signal is like this">
        <ClearFilters filters={filters} />
      </Empty>
    )
  return (
    <Empty title="Nothing unread">
      <LastRead />
    </Empty>
  )
}

function LastRead() {
  const choices = useChoices().data
  const maySources = useMay('sources.read')
  const lastReadAt = choices?.lastReadAt
  return (
    <>
      {choices && (
        <p>{lastReadAt ? `A source was last read on ${dateLabel(lastReadAt)}.` : 'No source has been read yet.'}</p>
      )}
      {maySources && (
        <p>
          <Link to={pages.sources}>See the sources</Link>
        </p>
      )}
    </>
  )
}
