/** How fast something may be tried that should not be guessed. */
export interface Pace {
  /** So many attempts go without a wait; after the last of them the next waits, and each further one twice as long. */
  free: number
  firstWaitMs: number
  longestWaitMs: number
  /** One attempt is forgiven after each such time. */
  forgivenEveryMs: number
}

interface Tried {
  /** As many as there were at `last`, less what was forgiven: not always a whole number. */
  attempts: number
  last: number
  /** Until when attempts are refused. Both are milliseconds since 1970. */
  until: number
}

const mostKept = 50_000

/**
 * Counts attempts by key, in memory, and says how long the next has to wait. It never locks anybody out for good. What was tried least
 * recently is forgotten first, so that whoever makes up keys fills it without end but nothing else.
 */
export class SlowDown {
  private readonly pace: Pace
  private readonly tried = new Map<string, Tried>()

  constructor(pace: Pace) {
    this.pace = pace
  }

  /** How many milliseconds are left until an attempt is taken; 0 is now. */
  waitOf(key: string, now: number): number {
    return Math.max(0, (this.tried.get(key)?.until ?? 0) - now)
  }

  /** Counts an attempt before anybody knows how it ends, so that many at once are no more than many in turn. */
  count(key: string, now: number): void {
    const attempts = this.attemptsOf(key, now) + 1
    this.keep(key, { attempts, until: now + waitAfter(attempts, this.pace), last: now })
  }

  /** Takes one attempt back: it was no wrong one. */
  takeBack(key: string, now: number): void {
    const attempts = this.attemptsOf(key, now) - 1
    if (attempts <= 0) this.tried.delete(key)
    else this.keep(key, { attempts, until: now + waitAfter(attempts, this.pace), last: now })
  }

  /** Forgets all attempts on a key: whoever it belongs to has shown who they are. */
  clear(key: string): void {
    this.tried.delete(key)
  }

  private attemptsOf(key: string, now: number): number {
    const known = this.tried.get(key)
    if (!known) return 0
    return Math.max(0, known.attempts - Math.max(0, now - known.last) / this.pace.forgivenEveryMs)
  }

  private keep(key: string, tried: Tried): void {
    this.tried.delete(key)
    this.tried.set(key, tried)
    if (this.tried.size <= mostKept) return
    const [oldest] = this.tried.keys()
    this.tried.delete(oldest!)
  }
}

function waitAfter(attempts: number, { free, firstWaitMs, longestWaitMs }: Pace): number {
  const counted = Math.ceil(attempts)
  return counted < free ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (counted - free))
}
