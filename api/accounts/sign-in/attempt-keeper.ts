import { Refusal, type RefusalCode } from '../../refusal.ts'
import { keptForm } from '../mail-address.ts'
import { type Pace, SlowDown } from './slow-down.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

interface Slowed {
  who: Pace
  network: Pace
  /** Refusals that say that what was tried is wrong. Any other is no attempt to guess. */
  wrong: readonly RefusalCode[]
}

/** A hospital shares one address, so a network waits a minute at most. */
const network: Pace = { free: 30, firstWaitMs: 2 * second, longestWaitMs: minute, forgivenEveryMs: minute }
const guessing: Slowed = {
  who: { free: 5, firstWaitMs: 2 * second, longestWaitMs: 15 * minute, forgivenEveryMs: hour },
  network,
  wrong: ['not-signed-in', 'not-allowed', 'invalid'],
}

/**
 * What is slowed down, by whom it is about (an account's address as it was typed, whether or not there is such an account, or an account's id)
 * and by the network it comes from.
 */
const slowed = {
  password: guessing,
  /** A code of a second factor. */
  code: guessing,
  /** A link that works once, used. Nobody guesses one: this spares the registry the work. */
  link: { ...guessing, wrong: ['not-found'] },
  /** A link asked for by mail. It holds for longer than the longest wait, so whoever has to wait has one in their mail. */
  asking: {
    who: { free: 3, firstWaitMs: minute, longestWaitMs: 15 * minute, forgivenEveryMs: 20 * minute },
    network,
    wrong: [],
  },
} satisfies Record<string, Slowed>

export type Attempted = keyof typeof slowed

export interface Attempt {
  /** Whom it is about; undefined where that is not known before it has succeeded. */
  who?: string
  /** Where it comes from, as `networkOf` gives it. */
  network: string
  /** ISO 8601. */
  at: string
}

/** Slows down whoever tries what should not be guessed: in this process alone, and forgotten when it stops. */
export class AttemptKeeper {
  private readonly slowDowns = new Map<string, SlowDown>()

  /** Runs an attempt, unless there were too many: then 429, and nothing is run. What is refused counts; what succeeds clears the account. */
  async attempt<T>(what: Attempted, attempt: Attempt, run: () => Promise<T>): Promise<T> {
    this.count(what, attempt)
    try {
      const result = await run()
      this.succeeded(what, attempt)
      return result
    } catch (error) {
      // Nobody is held to a failure of ours.
      if (!isWrong(what, error)) this.takeBack(what, attempt)
      throw error
    }
  }

  /** Counts an attempt that nobody will be told the end of. Throws 429 with Retry-After where there were too many. */
  count(what: Attempted, attempt: Attempt): void {
    const now = Date.parse(attempt.at)
    const all = this.of(what, attempt)
    const wait = Math.max(...all.map(({ slowDown, key }) => slowDown.waitOf(key, now)))
    if (wait > 0) throw tooMany(wait)
    for (const { slowDown, key } of all) slowDown.count(key, now)
  }

  /** Forgets attempts on an account whose owner has shown by another way who they are. */
  clear(what: Attempted, who: string): void {
    this.slowDownOf(what, 'who').clear(keptForm(who))
  }

  private succeeded(what: Attempted, attempt: Attempt): void {
    for (const { slowDown, key, by } of this.of(what, attempt))
      if (by === 'who') slowDown.clear(key)
      else slowDown.takeBack(key, Date.parse(attempt.at))
  }

  private takeBack(what: Attempted, attempt: Attempt): void {
    for (const { slowDown, key } of this.of(what, attempt)) slowDown.takeBack(key, Date.parse(attempt.at))
  }

  private of(what: Attempted, { who, network }: Attempt) {
    const keys = { network, ...(who !== undefined && { who: keptForm(who) }) }
    return Object.entries(keys).map(([by, key]) => ({
      by,
      key,
      slowDown: this.slowDownOf(what, by as keyof typeof keys),
    }))
  }

  private slowDownOf(what: Attempted, by: 'who' | 'network'): SlowDown {
    const name = `${what} by ${by}`
    const known = this.slowDowns.get(name) ?? new SlowDown(slowed[what][by])
    this.slowDowns.set(name, known)
    return known
  }
}

function isWrong(what: Attempted, error: unknown): boolean {
  const { wrong }: Slowed = slowed[what]
  return error instanceof Refusal && wrong.includes(error.code)
}

function tooMany(waitMs: number): Refusal {
  const seconds = Math.ceil(waitMs / 1000)
  const wait = seconds < 60 ? `${seconds} second${seconds === 1 ? '' : 's'}` : minutesOf(Math.ceil(seconds / 60))
  return new Refusal('too-many-requests', `There were too many attempts. Wait ${wait}, then try again.`, {
    retryAfter: seconds,
  })
}

function minutesOf(minutes: number): string {
  return `${minutes} minute${minutes === 1 ? '' : 's'}`
}
