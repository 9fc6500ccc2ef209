import { Link } from 'react-router'
import { actionName, wayNames } from '../../api/audit/words.ts'
import type { AuditEntry } from '../../api/contract/audit.ts'
import { useAddress } from '../shared/address.ts'
import { Details } from './Details.tsx'
import { kindName, whenOf, whoOf } from './words.ts'

/** A row an entry, which opens to show what was before and after. */
export function EntryTable({ entries, busy }: { entries: AuditEntry[]; busy: boolean }) {
  return (
    <table className="offing-table offing-table--stack offing-audit" aria-busy={busy || undefined}>
      <caption className="nhsuk-u-visually-hidden">Entries of the audit trail, the newest first</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">On what</th>
          <th scope="col">From where</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.seq} entry={entry} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ entry }: { entry: AuditEntry }) {
  const { seq, at, via, token, address, action } = entry
  return (
    <tr>
      <th scope="row">
        <details className="offing-audit__entry">
          <summary>
            {actionName(action)}
            <span className="nhsuk-u-visually-hidden">, entry {seq}</span>
          </summary>
          <Details entry={entry} />
        </details>
      </th>
      <td data-label="When">
        <time dateTime={at}>{whenOf(at)}</time>
      </td>
      <td data-label="Who">{whoOf(entry)}</td>
      <td data-label="On what">
        <What entry={entry} />
      </td>
      <td data-label="From where">
        {wayNames[via]}
        {token && `: ${token}`}
        {address && <span className="offing-quiet">, {address}</span>}
      </td>
    </tr>
  )
}

function What({ entry: { object } }: { entry: AuditEntry }) {
  const { linkWith } = useAddress()
  const { kind, id, name, page } = object
  const called = name ?? (kind === 'operation' ? id : '')
  return (
    <>
      {kindName(kind)}
      {called && ': '}
      {called && (page ? <Link to={page}>{called}</Link> : called)}{' '}
      <Link className="offing-quiet offing-no-print" to={linkWith({ kind, object: id, cursor: null })}>
        all of it<span className="nhsuk-u-visually-hidden">, {called || kindName(kind)}</span>
      </Link>
    </>
  )
}
