import { type SqlBool, sql } from 'kysely'
import type { KeptEntry } from '../api/audit/trail.ts'
import { toEntry } from './audit.ts'
import type { EditionRow } from './editions.ts'
import type { Database } from './open.ts'

/** An entry, with the address and the salt that stand beside it as long as they are kept. */
export interface EntryToCheck {
  entry: KeptEntry
  kept: { address: string; salt: string } | undefined
}

const entriesAtOnce = 1_000

/** The whole trail, oldest first, some entries at a time: the connection is free for others in between. */
export async function* trailToCheck(db: Database): AsyncGenerator<EntryToCheck[]> {
  for (let last = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = await db
      .selectFrom('audit_entries')
      .leftJoin('audit_addresses', 'audit_addresses.seq', 'audit_entries.seq')
      .selectAll('audit_entries')
      .select(['audit_addresses.address', 'audit_addresses.salt'])
      .where('audit_entries.seq', '>', last)
      .orderBy('audit_entries.seq')
      .limit(entriesAtOnce)
      .execute()
    yield rows.map((row) => {
      const { address, salt } = row
      return { entry: toEntry(row), kept: address === null || salt === null ? undefined : { address, salt } }
    })
    if (rows.length < entriesAtOnce) return
    last = rows.at(-1)!.seq
  }
}

/** An edition that is or was published, as the trail should know it. */
export interface PublishedEdition {
  id: string
  number: number
  title: string
  digest: string
}

export async function publishedEditions(db: Database): Promise<PublishedEdition[]> {
  const rows = await db
    .selectFrom('editions')
    .select(['id', 'number', 'title', 'digest'])
    .where('state', '!=', 'draft')
    .orderBy('number')
    .execute()
  return rows.map(({ id, number, title, digest }) => ({ id, number: number ?? 0, title, digest: digest ?? '' }))
}

const rowsAtOnce = 200

/** The rows of an edition, some at a time. */
export async function* editionRowsInTurns(db: Database, edition: string): AsyncGenerator<EditionRow[]> {
  for (let last = { kind: '', key: '' }; ; ) {
    const rows = await db
      .selectFrom('edition_rows')
      .select(['kind', 'key', 'content', 'digest'])
      .where('edition_id', '=', edition)
      .where(sql<SqlBool>`(kind, key) > (${last.kind}, ${last.key})`)
      .orderBy('kind')
      .orderBy('key')
      .limit(rowsAtOnce)
      .execute()
    yield rows
    if (rows.length < rowsAtOnce) return
    last = rows.at(-1)!
  }
}
