import type { AuditEntry } from '../../api/contract/audit.ts'

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** "12 Mar 2026, 14:05:09", by the clock of London. */
export const whenOf = (at: string): string => (Number.isNaN(Date.parse(at)) ? at : clock.format(new Date(at)))

/** A name as long as there is one: whoever was removed has none any more. */
export function whoOf({ actor, via, action }: AuditEntry): string {
  if (actor) return actor.name ?? 'Removed person'
  if (via === 'page' && action === 'refuse') return 'Nobody signed in'
  return via === 'page' ? 'Anyone' : 'Nobody'
}

const kindNames: Readonly<Record<string, string>> = {
  account: 'Account',
  audit: 'Audit trail',
  edition: 'Edition',
  evidence: 'Evidence',
  'evidence-file': 'Attached file',
  import: 'Import',
  message: 'Message',
  operation: 'Request',
  outcome: 'What happened',
  'outside-item': 'Item of an outside list',
  'outside-list': 'Outside list',
  panellist: 'Panel member',
  policy: 'National policy',
  registry: 'The registry',
  review: 'Review',
  round: 'Round',
  scan: 'Scan',
  signal: 'Signal',
  source: 'Source',
  taxonomy: 'Taxonomy',
  technology: 'Technology',
  'technology-note': 'Team’s note',
  token: 'Token',
}

export const kindName = (kind: string): string => kindNames[kind] ?? kind
