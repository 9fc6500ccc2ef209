import './audit.scss'
import { Link } from 'react-router'
import type { AuditList } from '../../api/contract/audit.ts'
import { useAddress } from '../shared/address.ts'
import { AdminTabs } from '../shared/admin/AdminTabs.tsx'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { count } from '../shared/words.ts'
import { AuditFilters, useFiltersInWords } from './AuditFilters.tsx'
import { Check } from './Check.tsx'
import { EntryTable } from './EntryTable.tsx'
import { AuditFiles } from './Files.tsx'
import { useTrail } from './queries.ts'
import { filterNames, useTrailFilters } from './use-trail-filters.ts'

/** Who did what, when and from where; whether the trail is whole; and the trail as a file. */
export default function AuditPage() {
  useTitle('Audit trail')
  const { get } = useAddress()
  const query = useTrail({ ...useTrailFilters(), cursor: get('cursor'), limit: 50 })
  return (
    <>
      <AdminTabs />
      <h1 className="nhsuk-heading-l">Audit trail</h1>
      <p className="nhsuk-u-reading-width">
        Every change, sign-in, file taken out and refusal. Nothing in it can be altered without that being found. It
        says who answered which item, and never what they answered.
      </p>
      <Check />
      <AuditFilters />
      <Loaded query={query} what="the audit trail">
        {(list) => <Results list={list} busy={query.isPlaceholderData} />}
      </Loaded>
    </>
  )
}

function Results({ list, busy }: { list: AuditList; busy: boolean }) {
  const { has, linkWith } = useAddress()
  const narrowed = useFiltersInWords()
  if (list.items.length === 0)
    return (
      <Empty title="No entry matches">
        <p>
          Choose less, or{' '}
          <Link to={linkWith(Object.fromEntries([...filterNames, 'cursor'].map((name) => [name, null])))}>
            see all entries
          </Link>
          .
        </p>
      </Empty>
    )
  return (
    <>
      <div className="offing-row offing-row--apart">
        <p className="offing-quiet" role="status">
          {count(list.total, 'entry', 'entries')}, the newest first
        </p>
        <AuditFiles />
      </div>
      {narrowed && <p className="offing-print-only">Only: {narrowed}.</p>}
      <EntryTable entries={list.items} busy={busy} />
      {(list.nextCursor || has('cursor')) && (
        <nav className="offing-row offing-no-print" aria-label="Pages">
          {has('cursor') && <Link to={linkWith({ cursor: null })}>Newest entries</Link>}
          {list.nextCursor && <Link to={linkWith({ cursor: list.nextCursor })}>Older entries</Link>}
        </nav>
      )}
    </>
  )
}
