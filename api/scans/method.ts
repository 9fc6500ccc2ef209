/** How a scan turns answers into a ranking. Every parameter here is read by the arithmetic in `api/ranking`. */
export interface Method {
  /** Whole basis points that sum to 10,000. */
  weights: Weights
  /** The share of the lens's specialisms (by headcount, if known) at which reach stops adding, in (0, 1]. */
  reachFull: number
  /** Last year of each band but the final one, in years after the start of the scan, rising. */
  bandEnds: readonly [number, number, number]
  /** How many years an answer "after the last band" is spread over. */
  afterYears: number
  /** Fewest panel members with an answer, in the whole scan, for a technology to be ranked. */
  minimumPanel: number
  /** Fewest panel members whose answers may be shown together as one figure. */
  minimumShown: number
  /** Whether answers count as given, or with each panel member's leaning taken off (`api/ranking/panel-model.ts`). */
  raterScale: RaterScale
  /** By which rule a panel is said to agree or disagree on an item (`api/ratings/consensus.ts`). */
  consensusRule: ConsensusRule
  /** For `modal-third`: the per cent of answers in one third of the scale that counts as agreement, 51 to 100. */
  consensusThreshold: number
  /** Whether answers on a technology in which their giver has declared an interest are left out. */
  leaveOutInterested: boolean
}

export const raterScales = ['raw', 'adjusted'] as const
export type RaterScale = (typeof raterScales)[number]

/** `disagreement`: the RAND/UCLA range test; `modal-third`: enough of the answers in one third of the scale. */
export const consensusRules = ['disagreement', 'modal-third'] as const
export type ConsensusRule = (typeof consensusRules)[number]

/** Three that end, and the years after. */
export const bandCount = 4

export const criteria = ['impact', 'reach', 'imminence', 'readiness'] as const
export type Criterion = (typeof criteria)[number]
/** Basis points (0 to 10,000) for each criterion. */
export type Weights = Record<Criterion, number>

export const wholeWeight = 10_000

/** The method a new scan starts with (design 3.2, 3.4). */
export const defaultMethod: Method = {
  weights: { impact: 6000, reach: 2000, imminence: 1000, readiness: 1000 },
  reachFull: 0.2,
  bandEnds: [2, 5, 10],
  afterYears: 10,
  minimumPanel: 3,
  minimumShown: 3,
  raterScale: 'raw',
  consensusRule: 'disagreement',
  consensusThreshold: 75,
  leaveOutInterested: false,
}

/** The years a scan looks at: from `startYear`, `years` ahead. */
export interface Horizon {
  startYear: number
  years: number
}

export const endOf = (horizon: Horizon) => horizon.startYear + horizon.years

/** A span of calendar years, both ends included; `to` is null where the band has no end. */
export interface Band {
  index: number
  from: number
  to: number | null
}

/** The four bands in calendar years, soonest first. */
export function bandsOf(method: Method, horizon: Horizon): Band[] {
  const ends = method.bandEnds.map((end) => horizon.startYear + end)
  return [...ends, null].map((to, index) => ({
    index,
    from: index === 0 ? horizon.startYear : ends[index - 1]! + 1,
    to,
  }))
}

/** Index of the band a calendar year falls in. A year before the start counts as the first band. */
export function bandOfYear(method: Method, horizon: Horizon, year: number): number {
  const index = method.bandEnds.findIndex((end) => year <= horizon.startYear + end)
  return index < 0 ? method.bandEnds.length : index
}

/** First and last year, after the start, over which an answer in this band is spread. */
export function spreadOfBand(method: Method, band: number): { from: number; to: number } {
  const lastEnd = method.bandEnds[method.bandEnds.length - 1]!
  if (band >= method.bandEnds.length) return { from: lastEnd + 1, to: lastEnd + method.afterYears }
  return { from: band === 0 ? 0 : method.bandEnds[band - 1]! + 1, to: method.bandEnds[band]! }
}

/** What is wrong with a method, each problem naming its parameter; empty when it can work. */
export function problemsOfMethod(method: Method, horizon: Horizon): { parameter: string; detail: string }[] {
  const problems: { parameter: string; detail: string }[] = []
  const refuse = (parameter: string, detail: string) => problems.push({ parameter, detail })
  const sum = criteria.reduce((total, criterion) => total + method.weights[criterion], 0)
  if (sum !== wholeWeight) refuse('weights', `Weights must sum to ${wholeWeight} basis points. They sum to ${sum}.`)
  if (criteria.some((criterion) => !isWhole(method.weights[criterion], 0, wholeWeight)))
    refuse('weights', 'Each weight must be a whole number of basis points from 0 to 10,000.')
  if (!(method.reachFull > 0 && method.reachFull <= 1)) refuse('reachFull', 'reachFull must be above 0 and at most 1.')
  const rising = method.bandEnds.every((end, i) => isWhole(end, 0, 50) && end > (method.bandEnds[i - 1] ?? -1))
  if (!rising) refuse('bandEnds', 'Band ends must be whole years that rise, so that bands do not overlap.')
  if (method.bandEnds[2] > horizon.years) refuse('bandEnds', 'The last band must end within the horizon.')
  if (!isWhole(method.afterYears, 1, 40)) refuse('afterYears', 'afterYears must be from 1 to 40.')
  if (!isWhole(method.minimumShown, 1, 100)) refuse('minimumShown', 'minimumShown must be from 1 to 100.')
  if (!isWhole(method.consensusThreshold, 51, 100))
    refuse('consensusThreshold', 'The consensus threshold must be from 51 to 100 per cent.')
  if (!(isWhole(method.minimumPanel, 1, 100) && method.minimumPanel >= method.minimumShown))
    refuse(
      'minimumPanel',
      'minimumPanel must be from 1 to 100 and not below minimumShown, or a rank would show too few.',
    )
  return problems
}

function isWhole(value: number, from: number, to: number) {
  return Number.isInteger(value) && value >= from && value <= to
}
