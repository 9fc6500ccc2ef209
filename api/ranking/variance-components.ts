import { dot, solve } from './conjugate-gradient.ts'
import { islandsOf } from './islands.ts'
import type { Observations } from './observations.ts'

/** How much of the spread of answers comes from what, in squares of their unit. Pooled over a whole scan. */
export interface Components {
  technology: number
  /** How much harder one specialism is hit than another, whatever the technology. */
  specialism: number
  /** What a technology does to one specialism beyond both. */
  pair: number
  leaning: number
  residue: number
}

/** What is supposed of a panel until it has given `enoughFreedom` to go by. */
export type Prior = Pick<Components, 'leaning' | 'residue'>

export interface Estimate {
  components: Components
  /** Degrees of freedom behind the residue and behind the leaning. */
  freedom: { residue: number; leaning: number }
}

/** From so many degrees of freedom up, an estimate stands by itself; below, it is blended with the prior (design 3.3). */
export const enoughFreedom = 30
/** With fewer, there are too few answers to say anything. */
export const leastFreedom = 5

/**
 * Estimates by sums of squares, each without bias on unbalanced data, cut at zero. Leaning and residue: Henderson's third
 * method, panel members after items (Searle, Casella & McCulloch 1992, chapter 5), so that what the items are does not
 * matter. The rest: means of items and spread within panel members, less what leaning and residue put into them.
 */
export function estimateComponents(seen: Observations, prior: Prior): Estimate {
  const { leaning, residue, freedom } = withinItems(seen, prior)
  const between = betweenItems(seen, leaning + residue)
  const withinMembers = Math.max(0, spreadWithinMembers(seen) - residue)
  const technology = Math.min(withinMembers, between.technology)
  const specialism = Math.max(0, between.all - withinMembers)
  return { components: { technology, specialism, pair: withinMembers - technology, leaning, residue }, freedom }
}

function withinItems(seen: Observations, prior: Prior) {
  const items = seen.technology.length
  const { centred, each } = centredByItem(seen)
  const { members, islands } = islandsOf(seen)
  const right = new Float64Array(seen.panellists)
  const diagonal = new Float64Array(seen.panellists)
  centred.forEach((value, i) => {
    right[seen.panellist[i]!]! += value
    diagonal[seen.panellist[i]!]! += 1 - 1 / each[i]!
  })
  const leanings = solve({
    right,
    diagonal: diagonal.map((d) => d || 1),
    multiply: (x, into) => centreByItem(seen, x, into),
  })
  const explained = dot(leanings, right)
  const freedom = { leaning: members - islands, residue: seen.value.length - items - (members - islands) }
  const residueFound = freedom.residue > 0 ? Math.max(0, dot(centred, centred) - explained) / freedom.residue : 0
  const residue = blended(residueFound, prior.residue, freedom.residue)
  // The trace of the absorbed equations is the number of answers less the number of items.
  const trace = seen.value.length - items
  const leaningFound = trace > 0 ? Math.max(0, explained - freedom.leaning * residueFound) / trace : 0
  return { residue, leaning: blended(leaningFound, prior.leaning, freedom.leaning), freedom }
}

function blended(found: number, prior: number, freedom: number): number {
  const trust = Math.min(1, freedom / enoughFreedom)
  return trust * found + (1 - trust) * prior
}

/** Each observation less the mean of its item, and how many its item has. */
function centredByItem({ start, value }: Observations) {
  const centred = new Float64Array(value.length)
  const each = new Float64Array(value.length)
  for (let item = 0; item + 1 < start.length; item++) {
    const [from, to] = [start[item]!, start[item + 1]!]
    const mean = sumOf(value, from, to) / (to - from)
    for (let i = from; i < to; i++) centred[i] = value[i]! - mean
    each.fill(to - from, from, to)
  }
  return { centred, each }
}

/** Sums by panel member of a number for each, less its mean over those who answered the same item. */
function centreByItem({ start, panellist }: Observations, x: Float64Array, into: Float64Array): void {
  into.fill(0)
  for (let item = 0; item + 1 < start.length; item++) {
    const [from, to] = [start[item]!, start[item + 1]!]
    let sum = 0
    for (let i = from; i < to; i++) sum += x[panellist[i]!]!
    const mean = sum / (to - from)
    for (let i = from; i < to; i++) into[panellist[i]!]! += x[panellist[i]!]! - mean
  }
}

/** Technology + pair + residue: what one panel member's answers in one specialism spread by. */
function spreadWithinMembers({ start, panellist, specialism, specialisms, panellists, value }: Observations): number {
  const groups = new Groups(panellists * specialisms)
  for (let item = 0; item + 1 < start.length; item++)
    for (let i = start[item]!; i < start[item + 1]!; i++)
      groups.add(panellist[i]! * specialisms + specialism[item]!, value[i]!, 0)
  const { squares, freedom } = groups.within()
  return freedom > 0 ? squares / freedom : 0
}

/** From the items' means: technology + specialism + pair, and technology alone. `noise` is that of a single answer. */
function betweenItems(seen: Observations, noise: number): { all: number; technology: number } {
  const byTechnology = new Groups(seen.technologies)
  const bySpecialism = new Groups(seen.specialisms)
  const together = new Groups(1)
  for (let item = 0; item + 1 < seen.start.length; item++) {
    const [from, to] = [seen.start[item]!, seen.start[item + 1]!]
    const mean = sumOf(seen.value, from, to) / (to - from)
    const ownNoise = noise / (to - from)
    byTechnology.add(seen.technology[item]!, mean, ownNoise)
    bySpecialism.add(seen.specialism[item]!, mean, ownNoise)
    together.add(0, mean, ownNoise)
  }
  const [all, sameTechnology, sameSpecialism] = [together.pairs(), byTechnology.pairs(), bySpecialism.pairs()]
  const apart = all.count - sameTechnology.count - sameSpecialism.count
  if (apart <= 0) return { all: 0, technology: 0 }
  const total = Math.max(0, (all.squares - sameTechnology.squares - sameSpecialism.squares) / apart)
  const { squares, freedom } = byTechnology.within()
  return { all: total, technology: freedom > 0 ? Math.max(0, total - Math.max(0, squares) / freedom) : 0 }
}

/** Sums by group, enough for the squares of differences within groups; each number may carry known noise. */
class Groups {
  private readonly count: Uint32Array
  private readonly sum: Float64Array
  private readonly squares: Float64Array
  private readonly noise: Float64Array

  constructor(groups: number) {
    this.count = new Uint32Array(groups)
    this.sum = new Float64Array(groups)
    this.squares = new Float64Array(groups)
    this.noise = new Float64Array(groups)
  }

  add(group: number, value: number, noise: number): void {
    this.count[group]!++
    this.sum[group]! += value
    this.squares[group]! += value * value
    this.noise[group]! += noise
  }

  /** Squares about each group's mean, less the noise in them. */
  within(): { squares: number; freedom: number } {
    const all = { squares: 0, freedom: 0 }
    this.count.forEach((n, g) => {
      if (n < 2) return
      all.squares += this.squares[g]! - (this.sum[g]! * this.sum[g]!) / n - this.noise[g]! * (1 - 1 / n)
      all.freedom += n - 1
    })
    return all
  }

  /** Half of the squared difference of every two in a group, less the noise in it, and how many twos there are. */
  pairs(): { squares: number; count: number } {
    const all = { squares: 0, count: 0 }
    this.count.forEach((n, g) => {
      all.squares += (n * this.squares[g]! - this.sum[g]! * this.sum[g]! - this.noise[g]! * (n - 1)) / 2
      all.count += (n * (n - 1)) / 2
    })
    return all
  }
}

function sumOf(values: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += values[i]!
  return sum
}
