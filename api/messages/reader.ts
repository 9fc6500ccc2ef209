import { messagesOf, type StoredMessage } from '../../db/messages.ts'
import type { Database } from '../../db/open.ts'
import { type Member, membersOf } from '../../db/panel-members.ts'
import { type RoundHead, roundsOf } from '../../db/rounds.ts'
import { type HeldSpecialism, heldSpecialisms, type ScanHead } from '../../db/scans.ts'
import type { MessageList, MessageState } from '../contract/messages.ts'
import type { ProgressOf, RoundProgress } from '../ratings/progress.ts'
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

/** Everybody on the panel now to whom one can write, with how far they are in the current round, open or closed. */
export async function addresseesOf(db: Database, progressOf: ProgressOf, scan: ScanHead): Promise<Addressee[]> {
  const round = (await roundsOf(db, scan.id)).at(-1)
  const progress = round && (await progressOf(round.id))
  const messages = await messagesOf(db, scan.id)
  const invited = new Set(
    messages.filter(({ kind, state }) => kind === 'invitation' && state !== 'failed').map(({ account }) => account),
  )
  return (await membersOf(db, scan.id))
    .filter(({ leftAt, email }) => leftAt === null && email !== '')
    .map((member) => ({
      id: member.id,
      account: member.account,
      asked: progress && round.state === 'open' ? itemsAsked(member, progress) : 0,
      answered: progress && round.state === 'open' ? (progress.answered.get(member.id) ?? 0) : 0,
      invited: invited.has(member.account) || member.noticeReadAt !== null,
    }))
}

/** What the texts of a scan's messages are made from: read once, however many there are. */
export interface MessageSources {
  scan: ScanHead
  specialisms: HeldSpecialism[]
  /** By account. */
  members: ReadonlyMap<string, Member>
  /** By id; those that the messages are about. */
  rounds: ReadonlyMap<string, { round: RoundHead; progress: RoundProgress }>
}

export async function sourcesOf(
  db: Database,
  progressOf: ProgressOf,
  scan: ScanHead,
  messages: readonly StoredMessage[],
): Promise<MessageSources> {
  const [first, ...more] = messages
  const members = await membersOf(db, scan.id, more.length === 0 ? first?.account : undefined)
  const rounds = new Map<string, { round: RoundHead; progress: RoundProgress }>()
  for (const round of await roundsOf(db, scan.id))
    if (messages.some((message) => message.round === round.id))
      rounds.set(round.id, { round, progress: await progressOf(round.id) })
  return {
    scan,
    specialisms: await heldSpecialisms(db, scan.id),
    members: new Map(members.map((member) => [member.account, member])),
    rounds,
  }
}
