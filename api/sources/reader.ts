import type { Database } from '../../db/open.ts'
import { countRuns, lastReadAt, runsOf, type StoredRun } from '../../db/source-runs.ts'
import { listSources, type StoredSource, signalsBySource } from '../../db/sources.ts'
import type { ConnectorList, Source, SourceList, SourceRun, SourceRunList } from '../contract/sources.ts'
import type { Connector } from './connectors/connector.ts'
import { type ConnectorId, connectorOf, connectors } from './connectors/registry.ts'
import { daysBetween, isLate } from './schedule.ts'

/** All sources that are archived, or all that are not, as of a moment. */
export async function readSources(db: Database, archived: boolean, at: string): Promise<SourceList> {
  const stored = await listSources(db, archived)
  const items: Source[] = []
  for (const source of stored) items.push(await readSource(db, source, at))
  items.sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return { items, total: items.length }
}

export async function readSource(db: Database, source: StoredSource, at: string): Promise<Source> {
  const [last] = await runsOf(db, source.id, 1)
  const lastRead = await lastReadAt(db, source.id)
  const signals = (await signalsBySource(db, [source.id])).get(source.id) ?? 0
  const { id, name, connector, query, from, schedule, archived, dueAt, createdAt, version } = source
  return {
    id,
    name,
    connector,
    connectorName: connectorOf(connector)?.name ?? connector,
    query,
    from,
    schedule,
    archived,
    state: stateOf(source, last, at),
    lastReadAt: lastRead,
    daysSinceRead: lastRead === null ? null : daysBetween(lastRead, at),
    isLate: !archived && isLate(schedule, lastRead, createdAt, at),
    dueAt,
    readsOn: source.cursor !== null,
    lastRun: last ? toRun(last) : null,
    signals,
    createdAt,
    version,
  }
}

function stateOf({ dueAt }: StoredSource, last: StoredRun | undefined, at: string): Source['state'] {
  if (last?.state === 'running') return 'reading'
  if (dueAt !== null && dueAt <= at) return 'waiting'
  if (!last) return 'never-read'
  return last.state === 'done' ? 'read' : last.state === 'failed' ? 'failing' : 'stopped'
}

/** The newest runs, and where to go on for older ones. */
export async function readRuns(
  db: Database,
  source: StoredSource,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<SourceRunList> {
  const runs = await runsOf(db, source.id, limit + 1, cursor)
  const items = runs.slice(0, limit).map(toRun)
  const total = await countRuns(db, source.id)
  return { items, total, nextCursor: runs.length > limit ? items.at(-1)!.id : null }
}

function toRun({ source: _source, through: _through, ...run }: StoredRun): SourceRun {
  return run
}

/** What can be read, for whoever adds a source. */
export function readConnectors(feedHosts: readonly string[], practice: string | undefined): ConnectorList {
  const items = (Object.entries(connectors) as [ConnectorId, Connector][]).map(([id, connector]) => {
    const { name, about, hosts, filtersByDate, query } = connector
    const examples = query.examples.map((example) => ({ ...example }))
    return { id, name, about, hosts: [...hosts], filtersByDate, label: query.label, hint: query.hint, examples }
  })
  return { items, total: items.length, feedHosts: [...feedHosts].sort(), practice: practice ?? null }
}
