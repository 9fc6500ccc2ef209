import { link, paths } from '../../api/contract/paths.ts'
import { useMay } from '../shared/account.ts'
import { withQuery } from '../shared/address.ts'
import { useTrailFilters } from './use-trail-filters.ts'

/** What is shown, whole, as a file: the trail says that it was taken. */
export function AuditFiles() {
  const filters = useTrailFilters()
  if (!useMay('audit.export')) return null
  return (
    <p className="offing-no-print">
      Take these entries{' '}
      <a href={withQuery(link(paths.auditCsv, {}), filters)} download>
        as CSV
      </a>{' '}
      or{' '}
      <a href={withQuery(link(paths.auditLines, {}), filters)} download>
        as lines of JSON
      </a>
    </p>
  )
}
