/** What the panel says of when a technology is expected; `early` is null where too few answers say when. */
export interface ExpectedYears {
  middle: number
  early: number | null
}

/** Which of the panel's years `startBy` counts back from. */
export type YearBasis = 'early' | 'middle' | 'unknown'

export interface FirstYear {
  year: number | null
  basis: YearBasis
}

/** The year by which a service must start to get ready, and the year it counts back from. Null: not known. */
export interface StartBy {
  year: number | null
  from: number | null
  basis: YearBasis
}

/**
 * The year for which a service must be ready: the one that the panel says it could be as early as (one chance in ten that it
 * is sooner), or its middle year where fewer than five answers say when.
 */
export function firstYear(years: ExpectedYears | null): FirstYear {
  if (years === null) return { year: null, basis: 'unknown' }
  return years.early === null ? { year: years.middle, basis: 'middle' } : { year: years.early, basis: 'early' }
}

/** Early year − years needed. It may lie in the past: then it is time to start. */
export function startBy({ year, basis }: FirstYear, yearsNeeded: number | null): StartBy {
  return { year: year === null || yearsNeeded === null ? null : year - yearsNeeded, from: year, basis }
}

/** Soonest first, the unknown last; within a year by name. */
export function byStart<T extends { startBy: StartBy; technology: { name: string; id: string } }>(a: T, b: T): number {
  const yearOf = (it: T) => it.startBy.year ?? Number.POSITIVE_INFINITY
  if (yearOf(a) !== yearOf(b)) return yearOf(a) < yearOf(b) ? -1 : 1
  if (a.technology.name !== b.technology.name) return a.technology.name < b.technology.name ? -1 : 1
  return a.technology.id < b.technology.id ? -1 : a.technology.id > b.technology.id ? 1 : 0
}
