import { newId } from '../../db/ids.ts'
import { changeMessages, deleteMessages, insertMessages, messagesOf, type StoredMessage } from '../../db/messages.ts'
import type { Database, Registry } from '../../db/open.ts'
import type { Member } from '../../db/panel-members.ts'
import { withoutPassword } from '../../db/people.ts'
import { type RoundHead, roundsOf } from '../../db/rounds.ts'
import type { ScanHead } from '../../db/scans.ts'
import { makeLinks } from '../accounts/links/link-commands.ts'
import { type By, perform } from '../audit/perform.ts'
import type { MessageKind, RenderedMessage, WriteMessagesRequest } from '../contract/messages.ts'
import type { ProgressOf, RoundProgress } from '../ratings/progress.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import { itemsAsked } from '../rounds/items-asked.ts'
import { loadOf } from '../rounds/workload.ts'
import { getScan } from '../scans/commands.ts'
import { addresseesOf, type Delivery, type MessageSources, sourcesOf } from './reader.ts'
import { type Addressee, inGroup, problemOfKind } from './recipients.ts'
import { type MessageFacts, type MessageText, messageText } from './texts.ts'

/** What messages stand on, beside the registry. */
export interface Post {
  progressOf: ProgressOf
  delivery: Delivery
  organisation: string
  /** The address at which people find the registry, without a path. */
  origin: string
  /** What everybody signs in with where the registry keeps no passwords, so that nobody is sent a link to choose one; null where it does. */
  onlyWayIn: string | null
}

/** Writes messages to panel members: to be sent, or to be copied. Nobody gets one that waits for them already. */
export async function writeMessages(
  registry: Registry,
  reference: string,
  { kind, to }: WriteMessagesRequest,
  { progressOf, delivery }: Pick<Post, 'progressOf' | 'delivery'>,
  by: By,
): Promise<{ created: number; waiting: number }> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const scan = await getScan(trx, reference)
      const round = (await roundsOf(trx, scan.id)).at(-1)
      const problem = problemOfKind(kind, round)
      if (problem) throw new Refusal('conflict', problem)
      const people = chosenOf(await addresseesOf(trx, progressOf, scan), to, kind)
      const about = roundOf(kind, round)
      const waits = await waitingFor(trx, scan, kind, about)
      const fresh = people.filter(({ account }) => !waits.has(account))
      const state = delivery === 'smtp' ? ('queued' as const) : ('to-copy' as const)
      const written = { kind, scan: scan.id, round: about, state, createdAt: by.at, dueAt: by.at }
      await insertMessages(
        trx,
        fresh.map(({ account }) => ({ id: newId(), account, ...written })),
      )
      const details = { kind, round: about, panellists: fresh.map(({ id }) => id) }
      record({ action: 'messages.write', objectKind: 'scan', objectId: scan.id, details })
      return { created: fresh.length, waiting: people.length - fresh.length }
    },
    { redraws: false },
  )
}

function chosenOf(people: readonly Addressee[], to: WriteMessagesRequest['to'], kind: MessageKind): Addressee[] {
  if (typeof to === 'string') return inGroup(people, to, kind)
  const wanted = [...new Set(to)].map((id, i) => {
    const one = people.find((person) => person.id === id)
    if (!one) throw invalid(`/to/${i}`, `There is no panel member ${repeated(id)} to write to.`)
    return one
  })
  return inGroup(wanted, 'all', kind)
}

/** An invitation tells of a round to come or open, every other message of the one it is about. */
function roundOf(kind: MessageKind, round: RoundHead | undefined): string | null {
  return !round || (kind === 'invitation' && round.state === 'closed') ? null : round.id
}

async function waitingFor(trx: Database, scan: ScanHead, kind: MessageKind, round: string | null) {
  const waiting = (await messagesOf(trx, scan.id)).filter(
    (message) =>
      message.kind === kind &&
      (kind === 'invitation' || message.round === round) &&
      ['to-copy', 'queued', 'sending'].includes(message.state),
  )
  return new Set(waiting.map(({ account }) => account))
}

/**
 * The texts of messages that wait to be copied, all of them or some. An invitation to somebody without a password gets a fresh
 * link each time; a link is kept nowhere, so no result is kept for an Idempotency-Key either.
 */
export async function renderMessages(
  registry: Registry,
  reference: string,
  ids: readonly string[] | null,
  post: Post,
  by: By,
): Promise<RenderedMessage[]> {
  ensureCopied(post.delivery)
  return perform(
    registry,
    { ...by, once: undefined },
    async (trx, record) => {
      const scan = await getScan(trx, reference)
      const waiting = (await messagesOf(trx, scan.id)).filter(({ state }) => state === 'to-copy')
      const wanted = ids === null ? waiting : waiting.filter(({ id }) => ids.includes(id))
      const ready = await readyMessages(trx, scan, wanted, post, by.at)
      const rendered = wanted.toReversed().flatMap(({ id }): RenderedMessage[] => {
        const one = ready.get(id)
        return one ? [{ id, ...one.to, ...one.text }] : []
      })
      const details = { messages: rendered.map(({ id }) => id) }
      record({ action: 'messages.copy', objectKind: 'scan', objectId: scan.id, details })
      return rendered
    },
    { redraws: false },
  )
}

function ensureCopied(delivery: Delivery): void {
  if (delivery === 'smtp')
    throw new Refusal(
      'conflict',
      'The registry sends its messages itself, so their texts are not shown: a link in one is for its receiver alone.',
    )
}

export interface ReadyMessage {
  to: { name: string; email: string }
  text: MessageText
}

/**
 * Messages of a scan as they stand now, by id, with a fresh link where their receiver has no password; without those whose
 * receiver has left the panel.
 */
export async function readyMessages(
  trx: Database,
  scan: ScanHead,
  messages: readonly StoredMessage[],
  post: Post,
  at: string,
): Promise<Map<string, ReadyMessage>> {
  const sources = await sourcesOf(trx, post.progressOf, scan, messages)
  const present = messages.flatMap((message) => {
    const member = sources.members.get(message.account)
    return member && member.leftAt === null ? [{ message, member }] : []
  })
  const invited = present.filter(({ message }) => message.kind === 'invitation').map(({ member }) => member.account)
  const tokens = await makeLinks(trx, post.onlyWayIn ? [] : await withoutPassword(trx, invited), 'invitation', at)
  const ready = present.map(({ message, member }): [string, ReadyMessage] => {
    const token = (message.kind === 'invitation' && tokens.get(member.account)) || null
    const text = messageText(message.kind, { ...factsOn(member, message, sources, post), token })
    return [message.id, { to: { name: member.name, email: member.email }, text }]
  })
  return new Map(ready)
}

function factsOn(
  member: Member,
  message: StoredMessage,
  { scan, specialisms, rounds }: MessageSources,
  { organisation, origin, onlyWayIn }: Post,
): Omit<MessageFacts, 'token'> {
  const about = message.round === null ? undefined : rounds.get(message.round)
  return {
    name: member.name,
    organisation,
    scan: { name: scan.name, startYear: scan.startYear, endYear: scan.startYear + scan.horizonYears },
    specialisms: specialisms.filter(({ id }) => member.specialisms.includes(id)).map(({ name }) => name),
    round: about ? roundFacts(member, about.round, about.progress) : null,
    origin,
    onlyWayIn,
  }
}

function roundFacts(member: Member, round: RoundHead, progress: RoundProgress): MessageFacts['round'] {
  const items = itemsAsked(member, progress)
  const { minutes } = loadOf(items, round.asksYears)
  return {
    number: round.number,
    items,
    answered: progress.answered.get(member.id) ?? 0,
    minutes,
    closesOn: round.closesOn,
  }
}

/** Marks copied messages as sent. */
export async function markMessagesSent(
  registry: Registry,
  reference: string,
  ids: readonly string[],
  by: By,
): Promise<number> {
  return change(registry, reference, ids, by, 'messages.mark-sent', ['to-copy'], { state: 'sent', sentAt: by.at })
}

/** Lets messages be sent, or copied, anew: as if they had just been written. */
export async function sendMessagesAgain(
  registry: Registry,
  reference: string,
  ids: readonly string[],
  delivery: Delivery,
  by: By,
): Promise<number> {
  const state = delivery === 'smtp' ? 'queued' : 'to-copy'
  const from = ['failed', 'sent', ...(delivery === 'smtp' ? ['to-copy' as const] : ['queued' as const])] as const
  return change(registry, reference, ids, by, 'messages.send-again', from, { state, createdAt: by.at, sentAt: null })
}

/** Throws messages away that nobody has been sent: written by mistake, or never to arrive. */
export async function discardMessages(
  registry: Registry,
  reference: string,
  ids: readonly string[],
  by: By,
): Promise<number> {
  return act(registry, reference, ids, by, 'messages.discard', (trx, scan) =>
    deleteMessages(trx, { scan, ids, from: ['to-copy', 'failed'] }),
  )
}

async function change(
  registry: Registry,
  reference: string,
  ids: readonly string[],
  by: By,
  action: string,
  from: readonly StoredMessage['state'][],
  to: { state: StoredMessage['state']; createdAt?: string; sentAt: string | null },
): Promise<number> {
  return act(registry, reference, ids, by, action, (trx, scan) =>
    changeMessages(trx, { scan, ids, from }, { ...to, dueAt: by.at }),
  )
}

async function act(
  registry: Registry,
  reference: string,
  ids: readonly string[],
  by: By,
  action: string,
  write: (trx: Database, scan: string) => Promise<number>,
): Promise<number> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const scan = await getScan(trx, reference)
      const changed = await write(trx, scan.id)
      if (changed === 0)
        throw new Refusal('conflict', 'None of these messages is in a state in which this can be done. Look again.')
      record({ action, objectKind: 'scan', objectId: scan.id, details: { messages: ids } })
      return changed
    },
    { redraws: false },
  )
}
