import { sql } from 'kysely'
import type { SearchGroup, SearchHit } from '../api/contract/search.ts'
import { firstMarkedName, isAnyMarked, segmentsOf, textOf } from '../api/search/segments.ts'
import { isSameName } from '../api/technologies/near-names.ts'
import type { TechnologyScope } from '../api/technologies/scope.ts'
import { survivorsOf } from './merges.ts'
import type { Database } from './open.ts'
import {
  beginningsOf,
  bestMatches,
  countMatches,
  type FullTextIndex,
  type MarkedRow,
  mostCounted,
  openingOf,
} from './sqlite/full-text.ts'

/** What is looked for, by whom: `scope` is what the reader may know of. */
export interface SearchFor {
  q: string
  limit: number
  scope: TechnologyScope
}

type Found = Omit<SearchGroup, 'kind'>

const nothing: Found = { total: 0, isMore: false, hits: [] }

/** Technologies: those of exactly this name, then by name, by another name, by description; by bm25 within each. */
export async function searchTechnologies(db: Database, asked: SearchFor): Promise<Found> {
  const index = technologyIndex(asked.scope)
  const anywhere = beginningsOf(asked.q)
  if (anywhere === null) return nothing
  const found = new Map<number, { tier: SearchHit['found']; row: MarkedRow }>()
  const look = async (tier: SearchHit['found'], match: string, keeps: (row: MarkedRow) => boolean = () => true) => {
    if (found.size >= asked.limit) return
    for (const row of (await bestMatches(db, index, match, asked.limit)).rows)
      if (keeps(row) && !found.has(row.n)) found.set(row.n, { tier, row })
  }
  await look('exact-name', openingOf(asked.q, 'name')!, ({ marked: [name] }) =>
    isSameName(textOf(segmentsOf(name!)), asked.q),
  )
  await look('name', beginningsOf(asked.q, 'name')!)
  await look('alias', beginningsOf(asked.q, 'aliases')!)
  await look('description', anywhere)
  const best = [...found.values()].slice(0, asked.limit)
  return { ...totalOf(await countMatches(db, index, anywhere)), hits: await technologyHits(db, best) }
}

/** Evidence, with the technology that it is of. */
export async function searchEvidence(db: Database, asked: SearchFor): Promise<Found> {
  const index = evidenceIndex(asked.scope)
  const match = beginningsOf(asked.q)
  if (match === null) return nothing
  const { counted, rows } = await bestMatches(db, index, match, asked.limit)
  return { ...totalOf(counted), hits: await evidenceHits(db, rows) }
}

/** Signals, which only the scan team knows of. */
export async function searchSignals(db: Database, asked: SearchFor): Promise<Found> {
  const match = beginningsOf(asked.q)
  if (match === null) return nothing
  const { counted, rows } = await bestMatches(db, signalIndex, match, asked.limit)
  return { ...totalOf(counted), hits: await signalHits(db, rows) }
}

const leadsTo = ({ slug, name }: { slug: string; name: string }) => ({ slug, name })

const totalOf = (counted: number) => ({ total: Math.min(counted, mostCounted), isMore: counted > mostCounted })

const whole = (weight: number) => ({ weight, shown: 'whole' as const })
const piece = (weight: number) => ({ weight, shown: 'piece' as const })

function technologyIndex(scope: TechnologyScope): FullTextIndex {
  const joins = sql`cross join technologies t on t.n = technology_search.rowid`
  return {
    name: 'technology_search',
    columns: [whole(8), whole(6), piece(2), piece(2)],
    known: scope === 'registry' ? null : { joins, where: isKnownTo(scope) },
  }
}

function evidenceIndex(scope: TechnologyScope): FullTextIndex {
  const joins = sql`cross join evidence e on e.n = evidence_search.rowid and e.archived = 0
    cross join technologies t on t.id = e.technology_id`
  return {
    name: 'evidence_search',
    columns: [piece(2), whole(2), whole(1)],
    known: scope === 'registry' ? null : { joins, where: isKnownTo(scope) },
  }
}

const signalIndex: FullTextIndex = { name: 'signal_search', columns: [whole(4), piece(1), whole(1)], known: null }

function isKnownTo(scope: TechnologyScope) {
  return sql`t.archived = 0 and exists (
    select 1 from scan_technologies st join scans s on s.id = st.scan_id
    where st.technology_id = t.id ${scope === 'drafts' ? sql`and s.board_sees_draft = 1` : sql``})`
}

async function technologyHits(
  db: Database,
  found: readonly { tier: SearchHit['found']; row: MarkedRow }[],
): Promise<SearchHit[]> {
  const numbers = found.map(({ row }) => row.n)
  const rows = await db
    .selectFrom('technologies')
    .select(['n', 'id', 'slug', 'name', 'archived', 'merged_into'])
    .where('n', 'in', numbers.length > 0 ? numbers : [0])
    .execute()
  const known = new Map(rows.map((row) => [row.n, row]))
  const survivors = await survivorsOf(db, rows)
  const hits = found.map(({ tier, row: { n, marked } }) => {
    const { id, slug, name, archived } = known.get(n)!
    const [title, aliases, description, wouldChange] = marked
    const described = segmentsOf(description!)
    const changed = segmentsOf(wouldChange!)
    return {
      id,
      found: tier,
      title: segmentsOf(title!),
      alias: firstMarkedName(aliases!),
      by: [],
      excerpt: !isAnyMarked(described) && isAnyMarked(changed) ? changed : described,
      technology: leadsTo(survivors.get(id) ?? { slug, name }),
      archived: archived === 1,
    }
  })
  const first = new Map([...hits].reverse().map((hit) => [hit.technology.slug, hit]))
  // A merged technology and its survivor lead to the same place: once is enough.
  return hits.filter((hit) => first.get(hit.technology.slug) === hit)
}

async function evidenceHits(db: Database, found: readonly MarkedRow[]): Promise<SearchHit[]> {
  const numbers = found.map(({ n }) => n)
  const rows = await db
    .selectFrom('evidence')
    .innerJoin('technologies', 'technologies.id', 'evidence.technology_id')
    .select(['evidence.n', 'evidence.id', 'evidence.archived', 'technologies.slug', 'technologies.name'])
    .where('evidence.n', 'in', numbers.length > 0 ? numbers : [0])
    .execute()
  const known = new Map(rows.map((row) => [row.n, row]))
  return found.map(({ n, marked: [text, title, publisher] }) => {
    const { id, archived, slug, name } = known.get(n)!
    return {
      id,
      found: 'evidence',
      title: segmentsOf(title!),
      alias: null,
      by: segmentsOf(publisher!),
      excerpt: segmentsOf(text!),
      technology: { slug, name },
      archived: archived === 1,
    }
  })
}

async function signalHits(db: Database, found: readonly MarkedRow[]): Promise<SearchHit[]> {
  const numbers = found.map(({ n }) => n)
  const rows = await db
    .selectFrom('signals')
    .leftJoin('signal_links', 'signal_links.signal_id', 'signals.id')
    .leftJoin('technologies', (join) =>
      join.on((eb) =>
        eb('technologies.id', '=', eb.fn.coalesce('signal_links.technology_id', 'signals.technology_id')),
      ),
    )
    .select(['signals.n', 'signals.id', 'signals.state', 'technologies.slug', 'technologies.name'])
    .where('signals.n', 'in', numbers.length > 0 ? numbers : [0])
    .orderBy('signal_links.linked_at')
    .execute()
  const known = new Map(rows.map((row) => [row.n, row]))
  return found.map(({ n, marked: [title, text, organisation] }) => {
    const { id, state, slug, name } = known.get(n)!
    return {
      id,
      found: 'signal',
      title: segmentsOf(title!),
      alias: null,
      by: segmentsOf(organisation!),
      excerpt: segmentsOf(text!),
      technology: slug !== null && name !== null ? { slug, name } : null,
      archived: state === 'dismissed',
    }
  })
}
