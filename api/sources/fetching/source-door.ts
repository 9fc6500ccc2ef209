import { setTimeout as pause } from 'node:timers/promises'
import { Agent, type Dispatcher, request } from 'undici'
import type { Answer, Connector, Question } from '../connectors/connector.ts'
import { readBody } from './body-door.ts'
import { textFrom } from './decoding.ts'
import { failureOf, NotFetched } from './failure.ts'
import { problemWithAddress } from './listed.ts'
import { liveDispatcher, type ProxySettings, type Resolve, type Timeouts } from './network-door.ts'
import { isPassing, mostAttempts, retryAfter, waitAfter } from './waits.ts'

const mostRedirects = 5
/** In practice nobody is to be spared. */
const practiceHaste = 0.01

export interface DoorParts {
  /** The hosts that may be asked, all connectors' included. */
  hosts: ReadonlySet<string>
  userAgent: string
  proxy: ProxySettings | undefined
  /** Asked in place of every host, whose name then stands first in the path. */
  practice: string | undefined
  /** A test gives its own. */
  resolve?: Resolve
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>
  timeouts?: Partial<Timeouts & { whole: number }>
}

export interface How {
  limits: Pick<Connector, 'mostBytes' | 'pauseMs'>
  signal: AbortSignal
  /** How often it is tried at most. */
  attempts?: number
}

/**
 * The one door to the outside. Listed hosts only, at each redirect anew; time and size limited; one page at a time of a host, with pauses; tried again
 * with growing pauses where that may help.
 */
export class SourceDoor {
  private readonly parts: DoorParts
  private readonly timeouts: Timeouts & { whole: number }
  private readonly turns = new Map<string, { last: Promise<unknown>; readyAt: number }>()
  private dispatcher: Dispatcher | undefined

  constructor(parts: DoorParts) {
    this.parts = parts
    this.timeouts = { connect: 10_000, head: 30_000, body: 30_000, whole: 60_000, ...parts.timeouts }
  }

  /** Why an address may not be asked for; null where it may. */
  problemWith(address: string): string | null {
    return problemWithAddress(address, this.parts.hosts)
  }

  /** Throws NotFetched where nothing could be had. An answer may be of any status that asking again does not change. */
  async fetch(question: Question, how: How): Promise<Answer> {
    let address = question.address
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const url = this.checked(address)
      const answer = await this.inTurn(url.hostname, how, () => this.persist(url, question, how))
      const { location } = answer.headers
      if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined) return answer
      if (!URL.canParse(location, address)) throw new NotFetched(`${url.hostname} leads on to nowhere.`)
      address = new URL(location, address).href
    }
    throw new NotFetched(`${new URL(address).hostname} leads on and on.`)
  }

  async close(): Promise<void> {
    await this.dispatcher?.destroy()
  }

  private checked(address: string): URL {
    const problem = this.problemWith(address)
    if (problem) throw new NotFetched(`An address is not read: ${problem}`)
    return new URL(address)
  }

  /** One at a time of a host, and a pause between two. */
  private async inTurn<T>(host: string, { limits, signal }: How, work: () => Promise<T>): Promise<T> {
    const turn = this.turns.get(host) ?? { last: Promise.resolve(), readyAt: 0 }
    this.turns.set(host, turn)
    const before = turn.last
    const mine = untilAborted(before, signal).then(async () => {
      await this.wait(turn.readyAt - Date.now(), signal)
      try {
        return await work()
      } finally {
        turn.readyAt = Date.now() + limits.pauseMs * this.haste()
      }
    })
    turn.last = Promise.allSettled([before, mine])
    return mine
  }

  private async persist(url: URL, question: Question, how: How): Promise<Answer> {
    for (let attempts = 1; ; attempts++) {
      const got = await this.attempt(url, question, how).catch((error) => failureOf(error, url.hostname))
      how.signal.throwIfAborted()
      if (!(got instanceof NotFetched)) return got
      const isLast = !got.passes || attempts >= (how.attempts ?? mostAttempts)
      const wait = isLast ? null : waitAfter(attempts, got.wait)
      if (wait === null) throw attempts === 1 ? got : new NotFetched(`${got.message} It was tried ${attempts} times.`)
      await this.wait(wait * this.haste(), how.signal)
    }
  }

  private async attempt(url: URL, { headers }: Question, { limits, signal }: How): Promise<Answer> {
    const response = await request(this.target(url), {
      dispatcher: this.connection(),
      headers: {
        accept: 'application/json',
        ...headers,
        'accept-encoding': 'gzip',
        'user-agent': this.parts.userAgent,
      },
      signal: AbortSignal.any([signal, AbortSignal.timeout(this.timeouts.whole)]),
    })
    const { statusCode: status, body } = response
    const head = plainHeaders(response.headers)
    const bytes = await readBody(body, head['content-encoding'] ?? '', limits.mostBytes)
    if (isPassing(status)) throw passingFailure(url.hostname, status, head['retry-after'])
    return { address: url.href, status, headers: head, text: textFrom(bytes, head['content-type'] ?? '') }
  }

  private target(url: URL): string {
    const { practice } = this.parts
    return practice === undefined ? url.href : `${practice}/${url.hostname}${url.pathname}${url.search}`
  }

  private connection(): Dispatcher {
    const { practice, proxy, resolve } = this.parts
    this.dispatcher ??=
      practice === undefined
        ? liveDispatcher(proxy, this.timeouts, resolve)
        : new Agent({ headersTimeout: this.timeouts.head, bodyTimeout: this.timeouts.body })
    return this.dispatcher
  }

  private haste(): number {
    return this.parts.practice === undefined ? 1 : practiceHaste
  }

  private async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (milliseconds <= 0) return
    const { wait } = this.parts
    await (wait ? wait(milliseconds, signal) : pause(milliseconds, undefined, { signal }))
  }
}

/** Who waits for a turn need not wait longer than they want to. */
async function untilAborted(before: Promise<unknown>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  let abort = () => {}
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort)
  })
  await Promise.race([before, aborted]).finally(() => signal.removeEventListener('abort', abort))
}

function passingFailure(host: string, status: number, header: string | undefined): NotFetched {
  const wait = retryAfter(header, Date.now())
  const minutes = wait === null ? 0 : Math.ceil(wait / 60_000)
  const asks = minutes > 2 ? ` and asks us to wait ${minutes} minutes` : ''
  const says =
    status === 429 ? `${host} says that we ask too often${asks}.` : `${host} is in trouble (status ${status})${asks}.`
  return new NotFetched(says, { passes: true, wait })
}

/** A header that came several times is joined, as HTTP allows. */
function plainHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const present = Object.entries(headers).filter(([, value]) => value !== undefined)
  return Object.fromEntries(present.map(([name, value]) => [name, [value].flat().join(', ')]))
}
