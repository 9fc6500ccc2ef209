import { messagesOf, type StoredMessage } from '../../db/messages.ts'
import type { Database } from '../../db/open.ts'
import { type Member, membersOf } from '../../db/panel-members.ts'
import { type RoundHead, roundsOf } from '../../db/rounds.ts'
import type { ScanHead } from '../../db/scans.ts'
import type { MessageList, MessageState } from '../contract/messages.ts'
import type { ProgressOf } from '../ratings/progress.ts'
import { itemsAsked } from '../rounds/items-asked.ts'
import { getScan } from '../scans/commands.ts'
import { type Addressee, inGroup } from './recipients.ts'

const mostShown = 1000

export type Delivery = 'smtp' | 'to-copy'

/** The messages of a scan with their states, and to whom one can write now; no text and no address. */
export async function readMessages(
  db: Database,
  progressOf: ProgressOf,
  reference: string,
  delivery: Delivery,
): Promise<MessageList> {
  const scan = await getScan(db, reference)
  const rounds = await roundsOf(db, scan.id)
  const names = new Map((await membersOf(db, scan.id)).map((member) => [member.account, member.name]))
  const messages = await messagesOf(db, scan.id)
  const numbers = new Map(rounds.map(({ id, number }) => [id, number]))
  const current = rounds.at(-1)
  const people = await addresseesOf(db, progressOf, scan)
  return {
    delivery,
    states: statesOf(messages),
    recipients: {
      all: people.length,
      'not-started': inGroup(people, 'not-started').length,
      'not-finished': inGroup(people, 'not-finished').length,
      'not-invited-yet': inGroup(people, 'not-invited-yet').length,
    },
    round: current ? { number: current.number, state: current.state } : null,
    items: messages.slice(0, mostShown).map((message) => ({
      id: message.id,
      kind: message.kind,
      round: message.round === null ? null : (numbers.get(message.round) ?? null),
      name: names.get(message.account) ?? '',
      state: message.state,
      attempts: message.attempts,
      failure: message.failure,
      createdAt: message.createdAt,
      sentAt: message.sentAt,
    })),
    total: messages.length,
  }
}

function statesOf(messages: readonly StoredMessage[]): Record<MessageState, number> {
  const states = { 'to-copy': 0, queued: 0, sending: 0, sent: 0, failed: 0 }
  for (const { state } of messages) states[state]++
  return states
}

/** Everybody on the panel now, with how far they are in the current round, open or closed. */
export async function addresseesOf(db: Database, progressOf: ProgressOf, scan: ScanHead): Promise<Addressee[]> {
  const round = (await roundsOf(db, scan.id)).at(-1)
  const progress = round && (await progressOf(round.id))
  const messages = await messagesOf(db, scan.id)
  const invited = new Set(
    messages.filter(({ kind, state }) => kind === 'invitation' && state !== 'failed').map(({ account }) => account),
  )
  return (await membersOf(db, scan.id))
    .filter(({ leftAt }) => leftAt === null)
    .map((member) => ({
      id: member.id,
      account: member.account,
      asked: progress && round.state === 'open' ? itemsAsked(member, progress) : 0,
      answered: progress && round.state === 'open' ? (progress.answered.get(member.id) ?? 0) : 0,
      invited: invited.has(member.account),
    }))
}

/** What a message's text needs of its panel member and round. */
export interface MessageSource {
  member: Member | undefined
  round: RoundHead | undefined
  items: number
  answered: number
}

/** Looks up, for one message, its member of the panel and what its round asks of them. */
export async function sourceOf(db: Database, progressOf: ProgressOf, message: StoredMessage): Promise<MessageSource> {
  const member = (await membersOf(db, message.scan)).find(({ account }) => account === message.account)
  const round = (await roundsOf(db, message.scan)).find(({ id }) => id === message.round)
  if (!member || !round) return { member, round, items: 0, answered: 0 }
  const progress = await progressOf(round.id)
  return { member, round, items: itemsAsked(member, progress), answered: progress.answered.get(member.id) ?? 0 }
}
