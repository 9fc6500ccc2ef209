import type { AuditEntry } from '../contract/audit.ts'
import type { KeptEntry } from './trail.ts'
import { actionName, wayNames } from './words.ts'

export const headings = [
  'Entry',
  'When (UTC)',
  'Who',
  'Account',
  'From where',
  'Network address',
  'What',
  'Action',
  'Kind of object',
  'Object',
  'Called',
  'Details',
  'Digest of the entry before',
  'Digest',
]

/** An entry as a row of a table; who and what in today's names. */
export function rowOf(entry: AuditEntry, kept: KeptEntry): (string | number | null)[] {
  const { seq, at, actor, via, token, address, action, object } = entry
  return [
    seq,
    at,
    actor && (actor.name ?? 'removed person'),
    actor?.id ?? null,
    token === null ? wayNames[via] : `${wayNames[via]}: ${token}`,
    address,
    actionName(action),
    action,
    object.kind,
    object.id,
    object.name,
    kept.details,
    kept.previousDigest,
    kept.digest,
  ]
}

/** An entry as a line of JSON: what its digest covers, each part as it is kept, and the names of today beside them. */
export function lineOf({ actor, token, address, object }: AuditEntry, kept: KeptEntry): string {
  const names = { who: actor?.name ?? null, called: object.name, token, address }
  return `${JSON.stringify({ ...kept, ...names })}\n`
}
