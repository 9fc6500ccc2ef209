import { sql } from 'kysely'
import type { Database } from './open.ts'

/** What an id is called today, with what its page's address needs: a slug, or a scan's slug and a round's number. */
export interface NamedObject {
  id: string
  name: string
  keys: readonly (string | number)[]
}

type Lookup = (db: Database, ids: readonly string[]) => Promise<NamedObject[]>

const lookups: Readonly<Record<string, Lookup>> = {
  account: async (db, ids) => {
    const people = db.selectFrom('people').select(['account_id as id', 'name']).where('account_id', 'in', ids)
    const rows = [...(await people.execute()), ...(await machines(db, ids))]
    return rows.map(({ id, name }) => ({ id, name, keys: [id] }))
  },
  technology: (db, ids) => named(db, 'technologies', ids),
  scan: (db, ids) => named(db, 'scans', ids),
  specialism: (db, ids) => named(db, 'specialisms', ids),
  category: (db, ids) => named(db, 'categories', ids),
  grouping: (db, ids) => named(db, 'groupings', ids),
  source: (db, ids) => named(db, 'sources', ids),
  'outside-list': (db, ids) => named(db, 'outside_lists', ids),
  'outside-item': (db, ids) => named(db, 'outside_items', ids),
  'evidence-file': (db, ids) => named(db, 'evidence_files', ids),
  token: (db, ids) => named(db, 'access_tokens', ids),
  edition: async (db, ids) => {
    const rows = await db.selectFrom('editions').select(['id', 'title']).where('id', 'in', ids).execute()
    return rows.map(({ id, title }) => ({ id, name: title, keys: [id] }))
  },
  signal: async (db, ids) => {
    const rows = await db.selectFrom('signals').select(['id', 'title']).where('id', 'in', ids).execute()
    return rows.map(({ id, title }) => ({ id, name: title, keys: [id] }))
  },
  import: async (db, ids) => {
    const rows = await db.selectFrom('imports').select(['id', 'file_name']).where('id', 'in', ids).execute()
    return rows.map(({ id, file_name }) => ({ id, name: file_name, keys: [id] }))
  },
  round: async (db, ids) => {
    const rows = await db
      .selectFrom('rounds')
      .innerJoin('scans', 'scans.id', 'rounds.scan_id')
      .select(['rounds.id', 'rounds.number', 'scans.name', 'scans.slug'])
      .where('rounds.id', 'in', ids)
      .execute()
    return rows.map(({ id, number, name, slug }) => {
      const round = number === 0 ? 'Pilot' : `Round ${number}`
      return { id, name: `${round}, ${name}`, keys: [slug, number] }
    })
  },
  panellist: async (db, ids) => {
    const rows = await db
      .selectFrom('panellists')
      .innerJoin('people', 'people.account_id', 'panellists.account_id')
      .innerJoin('scans', 'scans.id', 'panellists.scan_id')
      .select(['panellists.id', 'people.name', 'scans.slug'])
      .where('panellists.id', 'in', ids)
      .execute()
    return rows.map(({ id, name, slug }) => ({ id, name, keys: [slug] }))
  },
  review: async (db, ids) => {
    const rows = await db
      .selectFrom('reviews')
      .innerJoin('scans', 'scans.id', 'reviews.scan_id')
      .innerJoin('technologies', 'technologies.id', 'reviews.technology_id')
      .innerJoin('specialisms', 'specialisms.id', 'reviews.specialism_id')
      .select(['reviews.id', 'scans.slug as scan', 'technologies.slug as technology', 'specialisms.slug as specialism'])
      .select(['technologies.name as what', 'specialisms.name as for'])
      .where('reviews.id', 'in', ids)
      .execute()
    return rows.map((row) => ({
      id: row.id,
      name: `${row.what}, ${row.for}`,
      keys: [row.scan, row.technology, row.specialism],
    }))
  },
  evidence: (db, ids) => ofTechnology(db, 'evidence', ids),
  outcome: (db, ids) => ofTechnology(db, 'outcomes', ids),
  'technology-note': (db, ids) => ofTechnology(db, 'technology_notes', ids),
}

/** What these are called today, by id; what is not here has no name, or none any more. */
export async function namesOfObjects(
  db: Database,
  objects: readonly { kind: string; id: string }[],
): Promise<Map<string, NamedObject>> {
  const found = new Map<string, NamedObject>()
  for (const [kind, lookup] of Object.entries(lookups)) {
    const ids = [...new Set(objects.filter((one) => one.kind === kind).map(({ id }) => id))]
    if (ids.length > 0) for (const one of await lookup(db, ids)) found.set(one.id, one)
  }
  return found
}

/** Everybody who has a name here, for choosing. */
export async function namedPeople(db: Database): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .selectFrom('people')
    .select(['account_id', 'name'])
    .orderBy('name')
    .orderBy('account_id')
    .execute()
  return rows.map(({ account_id, name }) => ({ id: account_id, name }))
}

/** What tokens are called, by their own ids. */
export async function namesOfTokens(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('access_tokens').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function machines(db: Database, ids: readonly string[]) {
  return db.selectFrom('access_tokens').select(['account_id as id', 'name']).where('account_id', 'in', ids).execute()
}

type NamedTable =
  | 'technologies'
  | 'scans'
  | 'specialisms'
  | 'categories'
  | 'groupings'
  | 'sources'
  | 'outside_lists'
  | 'outside_items'
  | 'access_tokens'
  | 'evidence_files'
const withSlug: readonly NamedTable[] = ['technologies', 'scans', 'specialisms', 'categories', 'groupings']

/** With the slug as the key where there is one, else the id. */
async function named(db: Database, table: NamedTable, ids: readonly string[]): Promise<NamedObject[]> {
  const key = sql.ref<string>(withSlug.includes(table) ? 'slug' : 'id').as('key')
  const rows = await db.selectFrom(table).select(['id', 'name', key]).where('id', 'in', ids).execute()
  return rows.map((row) => ({ id: row.id, name: row.name, keys: [row.key] }))
}

async function ofTechnology(db: Database, table: 'evidence' | 'outcomes' | 'technology_notes', ids: readonly string[]) {
  const rows = await db
    .selectFrom(table)
    .innerJoin('technologies', 'technologies.id', `${table}.technology_id`)
    .select([`${table}.id`, 'technologies.name', 'technologies.slug'])
    .where(`${table}.id`, 'in', ids)
    .execute()
  return rows.map(({ id, name, slug }) => ({ id, name, keys: [slug] }))
}
