import type { ExitReason } from '../api/contract/exits.ts'
import type { TechnologyFacts, Window } from '../api/filtration/stages.ts'
import type { Database } from './open.ts'

export type SignalState = 'unread' | 'linked' | 'dismissed'

/** So many signals that stand alike. `origin` is the id of its source, where it has one; `owner` an account. */
export interface CountedSignals {
  state: SignalState
  reason: ExitReason | null
  origin: string
  owner: string | null
  count: number
}

/** The signals of a window, counted. */
export async function countSignals(db: Database, window: Window): Promise<CountedSignals[]> {
  const rows = await signalsIn(db, window)
    .select((eb) => [
      'signals.state',
      'signals.reason',
      eb.fn.coalesce('signals.source_id', 'signals.origin').as('origin'),
      'signals.owner_id as owner',
      eb.fn.countAll<number>().as('count'),
    ])
    .groupBy(['signals.state', 'signals.reason', 'signals.source_id', 'signals.origin', 'signals.owner_id'])
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** A signal as a list behind a number shows it. */
export interface SpottedSignal {
  id: string
  title: string
  state: SignalState
  reason: ExitReason | null
  note: string
  origin: string
  owner: string | null
  receivedAt: string
}

export interface SignalQuery {
  state?: SignalState | undefined
  reason?: ExitReason | undefined
  origin?: string | undefined
  /** An account, or null for nobody's. */
  owner?: string | null | undefined
  /** The id after which to go on. */
  after: string | null
  limit: number
}

/** A page of the signals of a window, the newest first. */
export async function listSpotted(db: Database, window: Window, query: SignalQuery) {
  const { state, reason, origin, owner } = query
  const matching = signalsIn(db, window)
    .$if(state !== undefined, (q) => q.where('signals.state', '=', state!))
    .$if(reason !== undefined, (q) => q.where('signals.reason', '=', reason!))
    .$if(origin !== undefined, (q) =>
      q.where((eb) => eb(eb.fn.coalesce('signals.source_id', 'signals.origin'), '=', origin!)),
    )
    .$if(owner === null, (q) => q.where('signals.owner_id', 'is', null))
    .$if(typeof owner === 'string', (q) => q.where('signals.owner_id', '=', owner!))
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const items: SpottedSignal[] = await matching
    .$if(query.after !== null, (q) => q.where('signals.id', '<', query.after!))
    .select((eb) => [
      'signals.id',
      'signals.title',
      'signals.state',
      'signals.reason',
      'signals.note',
      eb.fn.coalesce('signals.source_id', 'signals.origin').as('origin'),
      'signals.owner_id as owner',
      'signals.received_at as receivedAt',
    ])
    .orderBy('signals.id', 'desc')
    .limit(query.limit)
    .execute()
  return { items, total: Number(total) }
}

function signalsIn(db: Database, { from, to }: Window) {
  return db
    .selectFrom('signals')
    .where('signals.received_at', '<', to)
    .$if(from !== null, (q) => q.where('signals.received_at', '>=', from!))
}

/** A technology with all that decides how far it came in a scan. `origin` is a source's id, or a word. */
export interface Filtered extends TechnologyFacts {
  id: string
  slug: string
  name: string
  category: string
  note: string
  origin: string
  owner: string | null
}

/**
 * Every technology of the registry, by id, as a scan (id) sees it. Where it came from is what its first signal came from; without
 * one, the outside list or the import in whose transaction it was entered. When it was archived stands in the audit trail.
 */
export async function technologiesFiltered(db: Database, scan: string): Promise<Filtered[]> {
  const rows = await db
    .with('firsts', (q) =>
      q
        .selectFrom('signal_links')
        .select((eb) => ['signal_links.technology_id', eb.fn.min('signal_links.signal_id').as('signal_id')])
        .groupBy('signal_links.technology_id'),
    )
    .with('adoptions', (q) =>
      q
        .selectFrom('outcomes')
        .select((eb) => ['outcomes.technology_id', eb.fn.min('outcomes.happened_on').as('adopted_on')])
        .where('outcomes.kind', '=', 'adopted')
        .where('outcomes.withdrawn_at', 'is', null)
        .groupBy('outcomes.technology_id'),
    )
    .with('published', (q) =>
      q
        .selectFrom('edition_rows')
        .innerJoin('editions', 'editions.id', 'edition_rows.edition_id')
        .select('edition_rows.key as technology_id')
        .where('editions.scan_id', '=', scan)
        .where('editions.state', '=', 'published')
        .where('edition_rows.kind', '=', 'technology'),
    )
    .with('listed', (q) =>
      q
        .selectFrom('outside_items')
        .select(['outside_items.technology_id', 'outside_items.decided_at'])
        .distinct()
        .where('outside_items.technology_id', 'is not', null),
    )
    .with('imported', (q) =>
      q.selectFrom('imports').select('imports.entered_at').distinct().where('imports.kind', '=', 'technologies'),
    )
    .selectFrom('technologies')
    .leftJoin('firsts', 'firsts.technology_id', 'technologies.id')
    .leftJoin('signals', 'signals.id', 'firsts.signal_id')
    .leftJoin('adoptions', 'adoptions.technology_id', 'technologies.id')
    .leftJoin('published', 'published.technology_id', 'technologies.id')
    .leftJoin('listed', (join) =>
      join
        .onRef('listed.technology_id', '=', 'technologies.id')
        .onRef('listed.decided_at', '=', 'technologies.created_at'),
    )
    .leftJoin('imported', 'imported.entered_at', 'technologies.created_at')
    .leftJoin('scan_technologies as held', (join) =>
      join.onRef('held.technology_id', '=', 'technologies.id').on('held.scan_id', '=', scan),
    )
    .select((eb) => [
      'technologies.id',
      'technologies.slug',
      'technologies.name',
      'technologies.category_id as category',
      'technologies.created_at as createdAt',
      'technologies.archived_reason as archivedReason',
      'technologies.archived_note as note',
      'technologies.owner_id as owner',
      'held.scan_id as held',
      'published.technology_id as published',
      'adoptions.adopted_on as adoptedOn',
      eb
        .case()
        .when('technologies.archived', '=', 1)
        .then(
          eb.fn.coalesce(
            eb
              .selectFrom('merges')
              .select((m) => m.fn.max('merges.merged_at').as('at'))
              .whereRef('merges.merged_id', '=', 'technologies.id')
              .where('merges.undone_at', 'is', null),
            eb
              .selectFrom('audit_entries')
              .select((a) => a.fn.max('audit_entries.at').as('at'))
              .where('audit_entries.object_kind', '=', 'technology')
              .whereRef('audit_entries.object_id', '=', 'technologies.id')
              .where('audit_entries.action', '=', 'technology.archive'),
            'technologies.changed_at',
          ),
        )
        .end()
        .as('archivedAt'),
      eb.fn
        .coalesce(
          'signals.source_id',
          'signals.origin',
          eb.case().when('listed.technology_id', 'is not', null).then('outside-list').end(),
          eb.case().when('imported.entered_at', 'is not', null).then('import').end(),
          eb.val('direct'),
        )
        .as('origin'),
    ])
    .orderBy('technologies.id')
    .execute()
  return rows.map(({ held, published, ...row }) => ({
    ...row,
    inScan: held !== null,
    inEdition: published !== null,
  }))
}

/** The names of sources, by id. */
export async function sourceNames(db: Database): Promise<Map<string, string>> {
  const rows = await db.selectFrom('sources').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
