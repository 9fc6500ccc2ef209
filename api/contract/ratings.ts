import { Band } from './scans.ts'
import { Seat } from './seats.ts'
import { Milestone } from './technologies.ts'
import { calendarYear, prose } from './text.ts'
import { z } from './z.ts'

export const Stance = z.enum(['rated', 'not-affected', 'already', 'cannot-judge', 'withdrawn']).openapi('Stance')

/** When: one of the four bands (0 is soonest), three calendar years where the round asks them, or "can't say". */
export const Arrival = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('band'), band: z.int().min(0).max(3) }),
    z.strictObject({ kind: z.literal('years'), p10: calendarYear(), p50: calendarYear(), p90: calendarYear() }),
    z.strictObject({ kind: z.literal('cannot-say') }),
  ])
  .openapi('Arrival')

const answer = {
  stance: Stance,
  impact: z.int().min(1).max(9).nullable(),
  arrival: Arrival.nullable(),
  reason: z.string().nullable(),
}

/** An answer. Impact and arrival go with `rated` only; `withdrawn` takes an earlier answer back. */
export const RateTechnologyRequest = z
  .strictObject({
    stance: Stance,
    impact: z.int().min(1, 'must be from 1 to 9').max(9, 'must be from 1 to 9').nullable().default(null),
    arrival: Arrival.nullable().default(null),
    reason: prose().nullable().default(null),
  })
  .openapi('RateTechnologyRequest')

export const Rating = z
  .strictObject({
    round: z.string(),
    technology: z.string(),
    specialism: z.string(),
    ...answer,
    version: z.int(),
    recordedAt: z.string(),
    typed: z.boolean(),
  })
  .openapi('Rating')

/** One item of a panellist's queue. `earlier` is their own answer from an earlier round, which carries over. */
export const QueueItem = z
  .strictObject({
    technology: z.strictObject({
      id: z.string(),
      slug: z.string(),
      name: z.string(),
      description: z.string(),
      wouldChange: z.string(),
      readiness: z.int().nullable(),
      readinessBasis: z.enum(['assessed', 'illustrative', 'not-set']),
      kind: z.string(),
      milestone: Milestone,
      milestonePlaces: z.int().nullable(),
    }),
    specialism: z.strictObject({ slug: z.string(), name: z.string() }),
    /** Whether an earlier round whose answers count asked about it: then there is a panel's answer to look at. */
    askedBefore: z.boolean(),
    answer: Rating.nullable(),
    earlier: Rating.nullable(),
  })
  .openapi('QueueItem')

export const Queue = z
  .strictObject({
    scan: z.strictObject({ slug: z.string(), name: z.string(), startYear: z.int(), endYear: z.int() }),
    round: z.strictObject({
      id: z.string(),
      number: z.int(),
      isPilot: z.boolean(),
      asksYears: z.boolean(),
      closesOn: z.string().nullable(),
    }),
    seat: Seat,
    demonstration: z.boolean(),
    minimumShown: z.int(),
    bands: z.array(Band),
    items: z.array(QueueItem),
  })
  .openapi('Queue')

/** A scan on whose panel the reader sits; the round is the last closed one whose answers count. */
const SeatInScan = z.strictObject({
  scan: z.strictObject({ slug: z.string(), name: z.string() }),
  specialisms: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
  lastClosedRound: z.int().nullable(),
})

/** A queue for each scan with an open round in which the reader is on the panel, and all their seats, newest scan first. */
export const QueueList = z.strictObject({ items: z.array(Queue), seats: z.array(SeatInScan) }).openapi('QueueList')

export type RateTechnologyRequest = z.infer<typeof RateTechnologyRequest>
export type RatingResponse = z.infer<typeof Rating>
export type ArrivalResponse = z.infer<typeof Arrival>
export type QueueItem = z.infer<typeof QueueItem>
export type Queue = z.infer<typeof Queue>
export type SeatInScan = z.infer<typeof SeatInScan>
export type QueueList = z.infer<typeof QueueList>
