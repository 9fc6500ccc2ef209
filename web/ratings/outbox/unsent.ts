import type { RateTechnologyRequest, RatingResponse } from '../../../api/contract/ratings.ts'
import { saysTheSame } from '../../../api/ratings/rating.ts'

/** Where an answer is meant for, by slugs, with what it is called, since it may outlive the page that knew. */
export interface Target {
  round: string
  technology: string
  specialism: string
  names: { technology: string; specialism: string }
  /** The answer in words. */
  said: string
  /** The answer that an earlier round left: only one of this round can be taken back, so this one is given again first. */
  carried: RateTechnologyRequest | null
}

/**
 * An answer that the server has not confirmed. `waiting` goes by itself; `clash` is another answer found in its place, which
 * its giver must look at; `refused` will never be taken, and is kept for its giver to read.
 */
export interface Unsent extends Target {
  /** Of this intention: a later answer on the same item has another. */
  id: string
  body: RateTechnologyRequest
  /** The version that it replaces; null where there was none. */
  seen: number | null
  /** What was sent before for the same item, for all we know in vain: found there, it is no stranger's. */
  tried: RateTechnologyRequest[]
  at: string
  state: 'waiting' | 'clash' | 'refused'
  detail: string
  current: RatingResponse | null
}

export const nameOf = ({ round, technology, specialism }: Pick<Target, 'round' | 'technology' | 'specialism'>) =>
  `${round} ${technology}/${specialism}`

/** An answer as it is given, on top of what may be waiting for the same item already. */
export function added(
  target: Target,
  body: RateTechnologyRequest,
  seen: number | null,
  before: Unsent | undefined,
  stamp: { id: string; at: string },
): Unsent {
  const replaced = before?.state === 'waiting' ? before : undefined
  return {
    ...target,
    ...stamp,
    body,
    seen: replaced ? replaced.seen : seen,
    tried: replaced?.tried ?? [],
    state: 'waiting',
    detail: '',
    current: null,
  }
}

export function tried(unsent: Unsent): Unsent {
  const known = unsent.tried.some((body) => saysTheSame(body, unsent.body))
  return known ? unsent : { ...unsent, tried: [...unsent.tried, unsent.body] }
}

/** After a 412: what to do with the answer found there, which may be one of ours that was never confirmed. */
export function afterClash(unsent: Unsent, current: RatingResponse | null, detail: string): Unsent {
  if (current === null) return { ...unsent, seen: null }
  const isOurs = unsent.tried.some((body) => saysTheSame(body, current))
  if (isOurs) return { ...unsent, seen: current.version }
  return { ...unsent, state: 'clash', detail, current }
}

/** The answer as the page shows it until the server has confirmed it. */
export function asAnswer({ round, technology, specialism, body, seen, at }: Unsent): RatingResponse {
  return { ...body, round, technology, specialism, version: seen ?? 0, recordedAt: at, typed: false }
}
