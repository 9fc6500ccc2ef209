import { type Fate, type ParkedFor, type Stage, type Standing, stages } from './stages.ts'

/** So many signals or technologies that stand alike. */
export interface Counted extends Standing {
  /** Where it came from, and whose it is; null is nobody's. */
  origin: string
  owner: string | null
  count: number
}

/** `cameIn` is the sum of all the others: `wentOn`, what left by each way, and what waits. */
export interface FunnelStage {
  stage: Stage
  cameIn: number
  wentOn: number
  adopted: number
  parked: { reason: ParkedFor; count: number }[]
  notAsked: number
  waiting: number
}

/** How many came in at each stage, of one origin or one owner, and what became of them. */
export interface FunnelGroup {
  key: string
  cameIn: Record<Stage, number>
  adopted: number
  parked: number
  notAsked: number
  waiting: number
}

/** Whether something that got as far as `reached` came in at `stage`: signals and technologies are counted apart. */
export function cameInAt(stage: Stage, reached: Stage): boolean {
  if (stage === 'spotted' || reached === 'spotted') return stage === reached
  return stages.indexOf(reached) >= stages.indexOf(stage)
}

/** Which of those that came in at a stage a number of the funnel stands for; without a fate, all of them. */
export function isAmong(
  one: Standing,
  asked: { stage: Stage; fate?: Fate | undefined; reason?: ParkedFor | undefined },
) {
  if (!cameInAt(asked.stage, one.stage)) return false
  if (asked.fate === undefined) return true
  if (fateAt(asked.stage, one) !== asked.fate) return false
  return asked.reason === undefined || one.reason === asked.reason
}

/** What became of it at a stage: what got further went on. */
function fateAt(stage: Stage, one: Standing): Fate {
  return one.stage === stage ? one.fate : 'went-on'
}

/** The same with what stands alike counted together, so that thousands of technologies are a few dozen counts. */
export function together(counted: readonly Counted[]): Counted[] {
  const alike = new Map<string, Counted>()
  for (const one of counted) {
    const { stage, fate, reason, origin, owner, count } = one
    const key = `${stage} ${fate} ${reason} ${owner} ${origin}`
    const known = alike.get(key)
    if (known) known.count += count
    else alike.set(key, { ...one })
  }
  return [...alike.values()]
}

/** The four stages, each with what came in, what went on, what left and what still waits. */
export function funnelOf(counted: readonly Counted[]): FunnelStage[] {
  return stages.map((stage) => {
    const here = counted.filter((one) => cameInAt(stage, one.stage))
    const sum = (fate: Fate) => sumOf(here.filter((one) => fateAt(stage, one) === fate))
    return {
      stage,
      cameIn: sumOf(here),
      wentOn: sum('went-on'),
      adopted: sum('adopted'),
      parked: byReason(here.filter((one) => fateAt(stage, one) === 'parked')),
      notAsked: sum('not-asked'),
      waiting: sum('waiting'),
    }
  })
}

/** By whose they are or where they came from, the most first; `keyOf` may give null, which is `none`. */
export function groupsOf(
  counted: readonly Counted[],
  keyOf: (one: Counted) => string | null,
  none = 'nobody',
): FunnelGroup[] {
  const groups = grouped(counted, (one) => keyOf(one) ?? none)
  return [...groups]
    .map(([key, ones]) => groupOf(key, ones))
    .sort((a, b) => sizeOf(b) - sizeOf(a) || (a.key < b.key ? -1 : 1))
}

function groupOf(key: string, ones: readonly Counted[]): FunnelGroup {
  const sum = (fate: Fate) => sumOf(ones.filter((one) => one.fate === fate))
  const cameIn = stages.map((stage) => [stage, sumOf(ones.filter((one) => cameInAt(stage, one.stage)))] as const)
  return {
    key,
    cameIn: Object.fromEntries(cameIn) as Record<Stage, number>,
    adopted: sum('adopted'),
    parked: sum('parked'),
    notAsked: sum('not-asked'),
    waiting: sum('waiting'),
  }
}

const sizeOf = ({ cameIn }: FunnelGroup) => cameIn.spotted + cameIn.candidate
const sumOf = (ones: readonly Counted[]) => ones.reduce((sum, { count }) => sum + count, 0)

/** The most frequent reason first. */
function byReason(parked: readonly Counted[]) {
  const reasons = grouped(parked, ({ reason }) => reason ?? 'not-given')
  return [...reasons]
    .map(([reason, ones]) => ({ reason, count: sumOf(ones) }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
}

function grouped<Key>(ones: readonly Counted[], keyOf: (one: Counted) => Key): Map<Key, Counted[]> {
  const groups = new Map<Key, Counted[]>()
  for (const one of ones) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}
