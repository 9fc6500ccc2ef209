import { ways } from '../audit/words.ts'
import { choices, cursor, limit, several } from './query.ts'
import { day, lengths, line } from './text.ts'
import { z } from './z.ts'

export const Way = z.enum(ways)

/** An action's code, such as `technology.enter`. */
const action = () => z.string().regex(/^[a-z][a-z.-]{0,59}$/, 'must be an action, as technology.enter')
const id = () => z.string().regex(/^[\w.:-]{1,140}$/, 'must be an id')

/** What of the trail: filters combine, several values of one are OR. Days are those of Europe/London, both included. */
export const AuditFilters = z.strictObject({
  /** An account's id; `nobody` for what nobody did who was signed in. */
  actor: id().optional(),
  action: several(action()),
  kind: id().optional(),
  object: id().optional(),
  from: day().optional(),
  to: day().optional(),
  via: choices(Way),
  /** A part of an action's name or code, or the beginning of an id of what was acted on. */
  q: line(lengths.search).optional(),
})

export const AuditQuery = z.strictObject({ ...AuditFilters.shape, cursor: cursor(), limit: limit(200, 50) })

/** A name is null where there is none any more, or never was. */
const Named = z.strictObject({ id: z.string(), name: z.string().nullable() })

/**
 * One entry of the audit trail. `details` are fields with their value before and after, or facts of the act: never an answer's values. `address` is of
 * the network, null where there was none or it was erased. `page` leads to what was acted on.
 */
export const AuditEntry = z
  .strictObject({
    seq: z.int(),
    at: z.string(),
    actor: Named.nullable(),
    via: Way,
    /** What the token is called, where the act came by one. */
    token: z.string().nullable(),
    address: z.string().nullable(),
    action: z.string(),
    object: z.strictObject({ ...Named.shape, kind: z.string(), page: z.string().nullable() }),
    details: z.record(z.string(), z.unknown()),
    digest: z.string(),
  })
  .openapi('AuditEntry')

export const AuditList = z
  .strictObject({
    items: z.array(AuditEntry),
    total: z.int(),
    nextCursor: z.string().nullable(),
  })
  .openapi('AuditList')

/** What can be chosen from: actions that there are in the trail, and everybody with an account. */
export const AuditChoices = z
  .strictObject({ actions: z.array(z.string()), people: z.array(z.strictObject({ id: z.string(), name: z.string() })) })
  .openapi('AuditChoices')

/** A check of the whole trail: how far it is, and what does not fit. `head` is the last entry that was looked at. */
export const AuditCheck = z
  .strictObject({
    state: z.enum(['none', 'running', 'whole', 'broken', 'failed']),
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    checked: z.int(),
    total: z.int(),
    head: z.strictObject({ seq: z.int(), digest: z.string() }).nullable(),
    witnesses: z.int(),
    failures: z.array(z.string()),
    /** What is no failure but should be known. */
    notes: z.array(z.string()),
  })
  .openapi('AuditCheck')

export type AuditFilters = z.infer<typeof AuditFilters>
export type AuditEntry = z.infer<typeof AuditEntry>
export type AuditList = z.infer<typeof AuditList>
export type AuditChoices = z.infer<typeof AuditChoices>
export type AuditCheck = z.infer<typeof AuditCheck>
