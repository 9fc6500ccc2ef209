import type { MessageKind, MessageState } from '../api/contract/messages.ts'
import type { Database } from './open.ts'

/** A message to an account about a scan: neither its text nor an address is kept, they are put in when it is sent or copied. */
export interface StoredMessage {
  id: string
  kind: MessageKind
  scan: string
  round: string | null
  account: string
  state: MessageState
  attempts: number
  failure: string
  createdAt: string
  dueAt: string
  sentAt: string | null
}

export async function insertMessages(
  trx: Database,
  messages: readonly Omit<StoredMessage, 'attempts' | 'failure' | 'sentAt'>[],
): Promise<void> {
  for (let i = 0; i < messages.length; i += 100)
    await trx
      .insertInto('messages')
      .values(
        messages.slice(i, i + 100).map((message) => ({
          id: message.id,
          kind: message.kind,
          scan_id: message.scan,
          round_id: message.round,
          account_id: message.account,
          state: message.state,
          created_at: message.createdAt,
          due_at: message.dueAt,
        })),
      )
      .execute()
}

/** A scan's messages, newest first. */
export async function messagesOf(db: Database, scan: string): Promise<StoredMessage[]> {
  const rows = await db
    .selectFrom('messages')
    .selectAll()
    .where('scan_id', '=', scan)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toMessage)
}

/** The message that has waited longest to be sent; undefined where none is due. */
export async function nextDue(db: Database, at: string): Promise<StoredMessage | undefined> {
  const row = await db
    .selectFrom('messages')
    .selectAll()
    .where('state', 'in', ['queued', 'sending'])
    .where('due_at', '<=', at)
    .orderBy('due_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row && toMessage(row)
}

/**
 * Takes a message to send it, if it is still as it was seen: no other process has it then. Until `dueAt` it is this one's; if it
 * says nothing by then, it has stopped, and the message is due again.
 */
export async function claimMessage(trx: Database, message: StoredMessage, dueAt: string): Promise<boolean> {
  const claimed = await trx
    .updateTable('messages')
    .set((eb) => ({ state: 'sending', due_at: dueAt, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', message.id)
    .where('state', '=', message.state)
    .where('attempts', '=', message.attempts)
    .where('due_at', '=', message.dueAt)
    .executeTakeFirst()
  return Number(claimed.numUpdatedRows) === 1
}

export interface Outcome {
  state: 'sent' | 'queued' | 'failed'
  failure: string
  dueAt: string
  sentAt: string | null
  attempts?: number
}

/** Writes how an attempt ended, unless the message is no longer that attempt's. */
export async function settleMessage(
  trx: Database,
  { id, attempts }: { id: string; attempts: number },
  outcome: Outcome,
): Promise<boolean> {
  const settled = await trx
    .updateTable('messages')
    .set({
      state: outcome.state,
      failure: outcome.failure,
      due_at: outcome.dueAt,
      sent_at: outcome.sentAt,
      attempts: outcome.attempts ?? attempts,
    })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('attempts', '=', attempts)
    .executeTakeFirst()
  return Number(settled.numUpdatedRows) === 1
}

interface Some {
  scan: string
  ids: readonly string[]
  from: readonly MessageState[]
}

/** Takes messages of a scan away that are in one of some states; returns how many. */
export async function deleteMessages(trx: Database, { scan, ids, from }: Some): Promise<number> {
  const gone = await trx
    .deleteFrom('messages')
    .where('scan_id', '=', scan)
    .where('id', 'in', ids)
    .where('state', 'in', from)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** Puts messages of a scan from one of some states into another; returns how many. */
export async function changeMessages(
  trx: Database,
  which: Some,
  to: { state: MessageState; createdAt?: string; dueAt: string; sentAt: string | null },
): Promise<number> {
  const changed = await trx
    .updateTable('messages')
    .set({
      state: to.state,
      attempts: 0,
      failure: '',
      due_at: to.dueAt,
      sent_at: to.sentAt,
      ...(to.createdAt && { created_at: to.createdAt }),
    })
    .where('scan_id', '=', which.scan)
    .where('id', 'in', which.ids)
    .where('state', 'in', which.from)
    .executeTakeFirst()
  return Number(changed.numUpdatedRows)
}

function toMessage(row: {
  id: string
  kind: MessageKind
  scan_id: string
  round_id: string | null
  account_id: string
  state: MessageState
  attempts: number
  failure: string
  created_at: string
  due_at: string
  sent_at: string | null
}): StoredMessage {
  return {
    id: row.id,
    kind: row.kind,
    scan: row.scan_id,
    round: row.round_id,
    account: row.account_id,
    state: row.state,
    attempts: row.attempts,
    failure: row.failure,
    createdAt: row.created_at,
    dueAt: row.due_at,
    sentAt: row.sent_at,
  }
}
