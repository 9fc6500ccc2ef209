const minuteMs = 60_000
/** More callers than any registry has; whoever comes beyond shares one allowance, so that memory has an end. */
const mostCallers = 50_000

/** What each caller may ask in a minute, counted in this process's memory. */
export class Allowance {
  private begunAt = 0
  private readonly spent = new Map<string, number>()
  private readonly most: number

  /** @param most what a caller may spend in a minute; a usual read costs 1 */
  constructor(most: number) {
    this.most = most
  }

  /** Takes a cost from a caller's allowance. Gives the seconds to wait where not enough is left, and then takes nothing. */
  spend(caller: string, cost: number, nowMs: number): number | undefined {
    if (nowMs >= this.begunAt + minuteMs || nowMs < this.begunAt) {
      this.begunAt = nowMs
      this.spent.clear()
    }
    const key = this.spent.has(caller) || this.spent.size < mostCallers ? caller : ''
    const spent = (this.spent.get(key) ?? 0) + cost
    if (spent > this.most) return Math.ceil((this.begunAt + minuteMs - nowMs) / 1000)
    this.spent.set(key, spent)
    return undefined
  }
}
