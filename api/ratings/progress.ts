import type { Stance } from './rating.ts'

/** What a round asks and how much of it is answered: counts only, withdrawn answers left out. */
export interface RoundProgress {
  technologies: number
  /** By specialism id: how many items the round asks. */
  bySpecialism: ReadonlyMap<string, number>
  /** By panellist id: how many items they were given, where the round's items are shared out; else null. */
  shares: ReadonlyMap<string, number> | null
  /** By panellist id: how many items they have answered. */
  answered: ReadonlyMap<string, number>
  /** The same by panellist id, then specialism id. */
  answeredIn: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Tells how far a round, named by its id, has come at this moment. */
export type ProgressOf = (round: string) => Promise<RoundProgress>

interface Item {
  technology: string
  specialism: string
}

/** A version of an answer, the first being 1. */
type Version = Item & { panellist: string; version: number; stance: Stance }

/** Keeps count of a round while its items and the versions of its answers come in, in the order in which they were written. */
export class RoundCount implements RoundProgress {
  readonly bySpecialism = new Map<string, number>()
  readonly answered = new Map<string, number>()
  readonly answeredIn = new Map<string, Map<string, number>>()
  shares: ReadonlyMap<string, number> | null = null
  private readonly asked = new Set<string>()
  private readonly withdrawn = new Set<string>()

  get technologies(): number {
    return this.asked.size
  }

  ask({ technology, specialism }: Item): void {
    this.asked.add(technology)
    add(this.bySpecialism, specialism, 1)
  }

  hear(answer: Version): void {
    if (answer.version === 1) this.count(answer, 1)
    else if (answer.stance === 'withdrawn') {
      this.withdrawn.add(itemOf(answer))
      this.count(answer, -1)
    } else if (this.withdrawn.size > 0 && this.withdrawn.delete(itemOf(answer))) this.count(answer, 1)
  }

  private count({ panellist, specialism }: Version, amount: number): void {
    add(this.answered, panellist, amount)
    const parts = this.answeredIn.get(panellist) ?? new Map<string, number>()
    add(parts, specialism, amount)
    this.answeredIn.set(panellist, parts)
  }
}

function itemOf({ panellist, technology, specialism }: Version): string {
  return `${panellist} ${technology} ${specialism}`
}

function add(counts: Map<string, number>, key: string, amount: number): void {
  counts.set(key, (counts.get(key) ?? 0) + amount)
}
