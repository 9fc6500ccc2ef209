import type { Transporter } from 'nodemailer'
import { claimMessage, nextDue, type Outcome, type StoredMessage, settleMessage } from '../../db/messages.ts'
import type { Registry } from '../../db/open.ts'
import { findScan } from '../../db/scans.ts'
import { isMadeUp, isMailAddress } from '../accounts/mail-address.ts'
import { perform, programAt } from '../audit/perform.ts'
import { type Post, type ReadyMessage, readyMessages } from './commands.ts'
import { type Failure, failureOf, type MailFailure, waitAfter } from './retry.ts'

/** How long a claimed message stays with the process that claimed it: well over what one attempt may take. */
const leaseMs = 10 * 60_000
const attemptMs = 2 * 60_000
const stopMs = 5_000
const lookEveryMs = 15_000
const quarterMinuteMs = 15_000

export interface MailerParts {
  registry: Registry
  /** smtp://… or smtps://…, with user and password if need be. */
  url: string
  from: string
  post: Post
  now: () => Date
}

/**
 * Sends the messages that are queued, one after another, and again with growing delays when that fails. Any number of processes
 * may do so: a message belongs to the one that claimed it. One that stopped in the middle of sending leaves its message to be
 * sent again, with the same Message-ID, so it may arrive twice but is never lost.
 */
export class Mailer {
  private readonly parts: MailerParts
  /** Made when there is something to send. */
  private transport: Transporter | undefined
  private timer: NodeJS.Timeout | undefined
  private pass: Promise<void> | undefined
  private isStopping = false
  private failed: (error: unknown) => void = () => {}

  constructor(parts: MailerParts) {
    this.parts = parts
  }

  /** `failed` hears of what is no fault of a mail server: a database that does not answer. */
  start(failed: (error: unknown) => void): void {
    this.failed = failed
    this.timer = setInterval(() => this.wake(), lookEveryMs)
    this.timer.unref()
    this.wake()
  }

  /** Looks for messages now; at once if it is not sending already. */
  wake(): void {
    this.sendDue().catch((error) => this.failed(error))
  }

  /** Sends what is due; resolves when nothing is left to be sent now. */
  sendDue(): Promise<void> {
    this.pass ??= this.sendAll().finally(() => {
      this.pass = undefined
    })
    return this.pass
  }

  /** Lets the message that is being sent be finished, if it takes no longer than seconds, and sends no other. */
  async stop(): Promise<void> {
    this.isStopping = true
    clearInterval(this.timer)
    await within(stopMs, this.pass ?? Promise.resolve()).catch(() => {})
    this.transport?.close()
  }

  private async sendAll(): Promise<void> {
    while (!this.isStopping) {
      const next = await this.claimNext()
      if (!next) return
      const failure = await this.attempt(next)
      await this.settle(next.message, failure)
      // The others would fail too, and lose an attempt each.
      if (failure?.isServer) return
    }
  }

  /** Claims the message due first and puts its text together, in one transaction. */
  private async claimNext(): Promise<Claimed | undefined> {
    const { registry, post, now } = this.parts
    const at = now().toISOString()
    if (!(await nextDue(registry.read, at))) return undefined
    return perform(
      registry,
      programAt(at),
      async (trx) => {
        const message = await nextDue(trx, at)
        const dueAt = new Date(Date.parse(at) + leaseMs).toISOString()
        if (!message || !(await claimMessage(trx, message, dueAt))) return undefined
        const scan = (await findScan(trx, message.scan))!
        const ready = (await readyMessages(trx, scan, [message], post, at)).get(message.id)
        return { message: { ...message, attempts: message.attempts + 1 }, ready }
      },
      { redraws: false },
    )
  }

  /** Undefined when the mail server has taken the message. */
  private async attempt({ message, ready }: Claimed): Promise<Failure | undefined> {
    if (!ready) return forGood('they have left the panel')
    // The same at each attempt, so that a receiver may tell one that arrives twice.
    return this.deliver({ ...ready, id: `${message.id}.${Date.parse(message.createdAt).toString(36)}` })
  }

  /** Sends one letter now, outside the queue; nothing of it is kept. Undefined when the mail server has taken it. */
  async deliver(letter: Letter): Promise<Failure | undefined> {
    const { email } = letter.to
    if (isMadeUp(email)) return forGood('a made-up address of the demonstration')
    if (!isMailAddress(email)) return forGood('not an address that mail can be sent to')
    try {
      this.transport ??= await transportTo(this.parts.url)
      await within(attemptMs, this.transport.sendMail(this.mailOf(letter)))
      return undefined
    } catch (error) {
      return failureOf(error as MailFailure)
    }
  }

  private mailOf({ id, to, text }: Letter) {
    const { from, post } = this.parts
    const host = new URL(post.origin).hostname
    return {
      from,
      to: { name: to.name, address: to.email },
      ...text,
      messageId: `<${id}@${host}>`,
      date: this.parts.now(),
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    }
  }

  private async settle(message: StoredMessage, failure: Failure | undefined): Promise<void> {
    const at = this.parts.now().toISOString()
    const outcome = outcomeOf(message, failure, at)
    await perform(
      this.parts.registry,
      programAt(at),
      async (trx, record) => {
        if (!(await settleMessage(trx, message, outcome)) || outcome.state === 'queued') return
        const details = { kind: message.kind, failure: outcome.failure }
        record({ action: `message.${outcome.state}`, objectKind: 'message', objectId: message.id, details })
      },
      { redraws: false },
    )
  }
}

/** One that is sent; `id` becomes its Message-ID. */
export interface Letter extends ReadyMessage {
  id: string
}

interface Claimed {
  message: StoredMessage
  ready: ReadyMessage | undefined
}

const forGood = (reason: string): Failure => ({ reason, isFinal: true, isServer: false })

function outcomeOf({ attempts }: StoredMessage, failure: Failure | undefined, at: string): Outcome {
  if (!failure) return { state: 'sent', failure: '', dueAt: at, sentAt: at }
  const wait = failure.isFinal ? null : waitAfter(attempts)
  const later = { failure: failure.reason, sentAt: null }
  if (wait === null) return { ...later, state: 'failed', dueAt: at }
  return { ...later, state: 'queued', dueAt: new Date(Date.parse(at) + wait).toISOString() }
}

/**
 * A connection or two kept open. TLS from the start with smtps://, otherwise as soon as the server offers it. The module is
 * loaded here, since most starts of the program send nothing.
 */
async function transportTo(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  const { protocol, hostname, port, username, password } = new URL(url)
  return createTransport({
    pool: true,
    maxConnections: 2,
    host: hostname.replace(/^\[|\]$/g, ''),
    secure: protocol === 'smtps:',
    ...(port && { port: Number(port) }),
    ...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: quarterMinuteMs,
    greetingTimeout: quarterMinuteMs,
    dnsTimeout: quarterMinuteMs,
    socketTimeout: 2 * quarterMinuteMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('too late'), { code: 'ETIMEDOUT' })), limitMs)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
