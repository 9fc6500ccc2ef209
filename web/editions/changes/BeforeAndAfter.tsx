import type { Comparison } from '../../../api/contract/comparison.ts'
import { shortNames } from './words.ts'

interface Props {
  changes: Comparison['methodChanges']
  comparison: Comparison
  caption: string
  className?: string
}

/** What two editions say otherwise, field by field, the earlier first. */
export function BeforeAndAfter({ changes, comparison, caption, className = '' }: Props) {
  const names = shortNames(comparison)
  return (
    <table className={`offing-table offing-table--stack ${className}`}>
      <caption className="nhsuk-u-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">{names.from}</th>
          <th scope="col">{names.to}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{field}</th>
            <td data-label={names.from}>{before || 'nothing'}</td>
            <td data-label={names.to}>{after || 'nothing'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
