import { type ExpressionBuilder, sql } from 'kysely'
import { nameless } from '../api/accounts/nameless.ts'
import type { ExitReason } from '../api/contract/exits.ts'
import type { TechnologyList } from '../api/contract/technologies.ts'
import type { TechnologyScope } from '../api/technologies/scope.ts'
import type { Database } from './open.ts'
import { technologyMatches } from './sqlite/full-text.ts'
import type { Tables } from './tables/tables.ts'
import { inScope } from './technologies.ts'

export interface TechnologyQuery {
  q?: string | undefined
  category?: readonly string[] | undefined
  specialism?: readonly string[] | undefined
  /** An account, or nobody. */
  owner?: string | undefined
  /** Without any, or with none that is as new as `staleBefore` (a day). */
  evidence?: 'none' | 'stale' | undefined
  staleBefore: string
  archived: boolean
  reason?: readonly ExitReason[] | undefined
  /** The slug after which to go on. */
  after?: string | undefined
  limit: number
}

/** A page of technologies by name; `nextCursor` is the slug after which to go on. */
export async function listTechnologies(
  db: Database,
  query: TechnologyQuery,
  scope: TechnologyScope,
): Promise<TechnologyList> {
  const matching = filtered(db, query, scope)
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await matching
    .innerJoin('categories', 'categories.id', 'technologies.category_id')
    .$if(query.after !== undefined, (q) => q.where('technologies.slug', '>', query.after!))
    .select((eb) => [
      'technologies.id',
      'technologies.slug',
      'technologies.name',
      'technologies.description',
      'categories.slug as category',
      'technologies.readiness',
      'technologies.archived',
      'technologies.archived_reason as archivedReason',
      'technologies.changed_at as changedAt',
      'technologies.owner_id as ownerId',
      eb
        .selectFrom('technologies as whole')
        .whereRef('whole.id', '=', 'technologies.part_of')
        .select('whole.slug')
        .as('partOf'),
      eb
        .selectFrom('people')
        .whereRef('people.account_id', '=', 'technologies.owner_id')
        .select('people.name')
        .as('owner'),
      newestEvidence(eb).as('newestEvidence'),
      eb
        .selectFrom('technology_specialisms')
        .whereRef('technology_specialisms.technology_id', '=', 'technologies.id')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('specialisms'),
      eb
        .selectFrom('evidence')
        .whereRef('evidence.technology_id', '=', 'technologies.id')
        .where('evidence.archived', '=', 0)
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('evidence'),
    ])
    .orderBy('technologies.slug')
    .limit(query.limit + 1)
    .execute()
  const isScanTeam = scope === 'registry'
  const items = rows.slice(0, query.limit).map(({ ownerId, ...row }) => ({
    ...row,
    owner: isScanTeam && ownerId !== null ? (row.owner ?? nameless) : null,
    partOf: isScanTeam ? row.partOf : null,
    archived: row.archived === 1,
    hasDatedSource: row.newestEvidence !== null,
    specialisms: row.specialisms ?? 0,
    evidence: row.evidence ?? 0,
  }))
  return { items, total: Number(total), nextCursor: rows.length > query.limit ? items.at(-1)!.slug : null }
}

function filtered(db: Database, query: TechnologyQuery, scope: TechnologyScope) {
  return inScope(db, scope)
    .where('technologies.archived', '=', query.archived ? 1 : 0)
    .$if(query.owner === 'nobody', (q) => q.where('technologies.owner_id', 'is', null))
    .$if(query.owner !== undefined && query.owner !== 'nobody', (q) =>
      q.where('technologies.owner_id', '=', query.owner!),
    )
    .$if(query.evidence === 'none', (q) => q.where('technologies.id', 'not in', evidenced))
    .$if(query.evidence === 'stale', (q) => q.where('technologies.id', 'in', (eb) => stale(eb, query.staleBefore)))
    .$if(!!query.reason?.length, (q) => q.where('technologies.archived_reason', 'in', query.reason!))
    .$if(!!query.q, (q) => q.where(technologyMatches(query.q!)))
    .$if(!!query.category?.length, (q) =>
      q.where('technologies.category_id', 'in', (eb) =>
        eb.selectFrom('categories').select('categories.id').where('categories.slug', 'in', query.category!),
      ),
    )
    .$if(!!query.specialism?.length, (q) =>
      q.where('technologies.id', 'in', (eb) =>
        eb
          .selectFrom('technology_specialisms')
          .innerJoin('specialisms', 'specialisms.id', 'technology_specialisms.specialism_id')
          .select('technology_specialisms.technology_id')
          .where('specialisms.slug', 'in', query.specialism!),
      ),
    )
}

/** How new a technology's newest evidence is: `newestOf` in api/technologies/ageing.ts, in SQL. */
const newest = sql<string | null>`max(case when evidence.date_role = 'planned'
  then coalesce(cast(evidence.source_year as text), evidence.retrieved_on, evidence.date)
  else coalesce(evidence.date, evidence.retrieved_on) end)`

function newestEvidence(eb: ExpressionBuilder<Tables, 'technologies'>) {
  return eb
    .selectFrom('evidence')
    .whereRef('evidence.technology_id', '=', 'technologies.id')
    .where('evidence.archived', '=', 0)
    .select(newest.as('newest'))
}

/** Technologies (ids) with unarchived evidence. */
function evidenced(eb: ExpressionBuilder<Tables, 'technologies'>) {
  return eb.selectFrom('evidence').where('evidence.archived', '=', 0).select('evidence.technology_id')
}

/** Of them, those whose newest lies before a day, as far as its date says: `isBefore` in api/technologies/ageing.ts, in SQL. */
function stale(eb: ExpressionBuilder<Tables, 'technologies'>, day: string) {
  return evidenced(eb)
    .groupBy('evidence.technology_id')
    .having(sql<boolean>`${newest} < substr(${day}, 1, length(${newest}))`)
}
