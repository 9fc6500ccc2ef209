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

/** No method may show a figure of fewer panel members. */
export const fewestShown = 3

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

/**
 * Ends of the three bands, in years after the start, in the proportions of 2, 5 and 10: the last ends with the horizon. A
 * horizon of one year has no room for three; `problemsOfMethod` says so of what comes out.
 */
export function bandEndsFor(years: number): Method['bandEnds'] {
  return [Math.round(years * 0.2), Math.round(years * 0.5), years]
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
