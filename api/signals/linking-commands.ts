import type { Database } from '../../db/open.ts'
import { findSignal } from '../../db/signals.ts'
import { insertLink, setVerdict } from '../../db/triage.ts'
import { nameless } from '../accounts/nameless.ts'
import type { By } from '../audit/perform.ts'
import type { AuditNote } from '../audit/trail.ts'
import type { Signal } from '../contract/signals.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'

/** What a link ties a signal to: ids of a technology and of the evidence that was made from the signal. */
export interface LinkedTo {
  technology: string
  evidence: string | null
}

/** Links a signal within the caller's transaction. */
export async function link(trx: Database, signal: string, to: LinkedTo, by: By, record: (note: AuditNote) => void) {
  const account = somebody(by)
  await insertLink(trx, { signal, ...to }, account, by.at)
  await setVerdict(trx, signal, { state: 'linked', by: account, at: by.at })
  record({ action: 'signal.link', objectKind: 'signal', objectId: signal, details: { ...to } })
}

/** Links the unread signal (id) from which a technology was just started. 409 where somebody has dealt with it meanwhile. */
export async function linkStarted(
  trx: Database,
  id: string,
  technology: string,
  by: By,
  record: (note: AuditNote) => void,
): Promise<void> {
  const signal = await findSignal(trx, id)
  if (!signal) throw invalid('/signal', `There is no signal ${repeated(id)}.`)
  if (signal.state !== 'unread') throw new Refusal('conflict', `${dealtWith(signal)} Nothing was saved.`)
  await link(trx, signal.id, { technology, evidence: null }, by, record)
}

/** Triage is somebody's. */
export function somebody({ account }: By): string {
  if (!account) throw new Refusal('not-signed-in', 'Signals are read by somebody.')
  return account
}

function dealtWith({ title, state, triagedBy, technologies }: Signal): string {
  const who = triagedBy ?? nameless
  const names = technologies.map(({ name }) => `“${name}”`).join(' and ')
  return `${who} has ${state === 'linked' ? `linked “${title}” to ${names}` : `dismissed “${title}”`} meanwhile.`
}
