import type { Selectable } from 'kysely'
import type { AuditEntry, Head, KeptEntry } from '../api/audit/trail.ts'
import type { Database } from './open.ts'
import type { Tables } from './tables/tables.ts'

/** The digest that the next entry must carry, and its number. */
export async function headOfTrail(trx: Database): Promise<Head | undefined> {
  return trx.selectFrom('audit_entries').select(['seq', 'digest']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
}

export async function appendToTrail(trx: Database, entry: KeptEntry): Promise<void> {
  await trx
    .insertInto('audit_entries')
    .values({
      seq: entry.seq,
      at: entry.at,
      actor_id: entry.actor,
      action: entry.action,
      object_kind: entry.objectKind,
      object_id: entry.objectId,
      details: entry.details,
      previous_digest: entry.previousDigest,
      digest: entry.digest,
      via: entry.via,
      address_digest: entry.addressDigest,
    })
    .execute()
}

/** The whole trail, oldest first, for a trail of few entries. */
export async function auditTrail(db: Database): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = []
  for await (const entry of trailInOrder(db)) entries.push({ ...entry, details: JSON.parse(entry.details) })
  return entries
}

const atOnce = 1_000

/** The whole trail, oldest first, one entry after another. The connection is free for others in between. */
export async function* trailInOrder(db: Database): AsyncGenerator<KeptEntry> {
  for (let last = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = await db
      .selectFrom('audit_entries')
      .selectAll()
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(atOnce)
      .execute()
    for (const row of rows) yield toEntry(row)
    if (rows.length < atOnce) return
    last = rows.at(-1)!.seq
  }
}

export function toEntry(row: Selectable<Tables['audit_entries']>): KeptEntry {
  return {
    seq: row.seq,
    at: row.at,
    actor: row.actor_id,
    action: row.action,
    objectKind: row.object_kind,
    objectId: row.object_id,
    details: row.details,
    via: row.via,
    addressDigest: row.address_digest,
    previousDigest: row.previous_digest,
    digest: row.digest,
  }
}
