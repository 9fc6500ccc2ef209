import { connectorIds } from '../sources/connectors/registry.ts'
import { schedules } from '../sources/schedule.ts'
import { day, requiredLine } from './text.ts'
import { z } from './z.ts'

export const ConnectorId = z.enum(connectorIds).openapi('ConnectorId')
export const Schedule = z.enum(schedules).openapi('Schedule')

const longestQuery = 1000

/** `from`: what was published before that day is not asked for. */
const changeable = { name: requiredLine(120), query: requiredLine(longestQuery), from: day(), schedule: Schedule }

export const AddSourceRequest = z.strictObject({ connector: ConnectorId, ...changeable }).openapi('AddSourceRequest')
export const ChangeSourceRequest = z.strictObject(changeable).openapi('ChangeSourceRequest')
export const ArchiveSourceRequest = z.strictObject({ archived: z.boolean() }).openapi('ArchiveSourceRequest')
export const TrySourceRequest = z
  .strictObject({ connector: ConnectorId, query: requiredLine(longestQuery), from: day() })
  .openapi('TrySourceRequest')

/**
 * One reading of a source. `received`: records that came; of them `added` are new signals, `changed` have a new version at their source, `known` are as they
 * were. `expected`: how many there are, where the source says so. `since`: the day from which it was asked.
 */
export const SourceRun = z
  .strictObject({
    id: z.string(),
    state: z.enum(['running', 'done', 'failed', 'stopped']),
    since: z.string(),
    startedAt: z.string(),
    endedAt: z.string().nullable(),
    expected: z.int().nullable(),
    pages: z.int(),
    received: z.int(),
    added: z.int(),
    changed: z.int(),
    known: z.int(),
    failure: z.string(),
    notes: z.array(z.string()),
  })
  .openapi('SourceRun')

/**
 * `lastReadAt`: when it was last read to its end, `daysSinceRead` whole days ago; `isLate`: longer ago than its schedule says. `dueAt`: when it
 * is read next; a moment in the past means that it waits for its turn. `readsOn`: the next reading goes on where the last one broke off.
 */
export const Source = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    connector: z.string(),
    connectorName: z.string(),
    query: z.string(),
    from: z.string(),
    schedule: Schedule,
    archived: z.boolean(),
    state: z.enum(['never-read', 'waiting', 'reading', 'read', 'failing', 'stopped']),
    lastReadAt: z.string().nullable(),
    daysSinceRead: z.int().nullable(),
    isLate: z.boolean(),
    dueAt: z.string().nullable(),
    readsOn: z.boolean(),
    lastRun: SourceRun.nullable(),
    signals: z.int(),
    createdAt: z.string(),
    version: z.int(),
  })
  .openapi('Source')

export const SourceList = z.strictObject({ items: z.array(Source), total: z.int() }).openapi('SourceList')
export const SourceRunList = z
  .strictObject({ items: z.array(SourceRun), total: z.int(), nextCursor: z.string().nullable() })
  .openapi('SourceRunList')

export const ConnectorAbout = z
  .strictObject({
    id: ConnectorId,
    name: z.string(),
    about: z.string(),
    hosts: z.array(z.string()),
    filtersByDate: z.boolean(),
    label: z.string(),
    hint: z.string(),
    examples: z.array(z.strictObject({ query: z.string(), finds: z.string() })),
  })
  .openapi('ConnectorAbout')

/** `feedHosts`: the hosts whose feeds may be read. `practice`: nothing outside is asked; the address that answers in its place. */
export const ConnectorList = z
  .strictObject({
    items: z.array(ConnectorAbout),
    total: z.int(),
    feedHosts: z.array(z.string()),
    practice: z.string().nullable(),
  })
  .openapi('ConnectorList')

/** A record as it would become a signal; nothing of it is kept. */
export const TriedRecord = z
  .strictObject({
    sourceRecord: z.string(),
    title: z.string(),
    text: z.string(),
    webAddress: z.string().nullable(),
    dated: z.string().nullable(),
    organisation: z.string(),
    status: z.string(),
    identifiers: z.array(z.string()),
  })
  .openapi('TriedRecord')

/** The first page of what a query finds; `failure` says why there is none. */
export const SourceTrial = z
  .strictObject({
    items: z.array(TriedRecord),
    received: z.int(),
    total: z.int().nullable(),
    more: z.boolean(),
    notes: z.array(z.string()),
    failure: z.string(),
  })
  .openapi('SourceTrial')

export type AddSourceRequest = z.infer<typeof AddSourceRequest>
export type ChangeSourceRequest = z.infer<typeof ChangeSourceRequest>
export type TrySourceRequest = z.infer<typeof TrySourceRequest>
export type SourceRun = z.infer<typeof SourceRun>
export type Source = z.infer<typeof Source>
export type SourceList = z.infer<typeof SourceList>
export type SourceRunList = z.infer<typeof SourceRunList>
export type ConnectorAbout = z.infer<typeof ConnectorAbout>
export type ConnectorList = z.infer<typeof ConnectorList>
export type SourceTrial = z.infer<typeof SourceTrial>
