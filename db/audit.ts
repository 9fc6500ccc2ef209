import type { AuditEntry } from '../api/audit/trail.ts'
import type { Database } from './open.ts'

/** The digest that the next entry must carry, and its number. */
export async function headOfTrail(trx: Database): Promise<{ seq: number; digest: string } | undefined> {
  return trx.selectFrom('audit_entries').select(['seq', 'digest']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
}

export async function appendToTrail(trx: Database, entry: AuditEntry): Promise<void> {
  await trx
    .insertInto('audit_entries')
    .values({
      seq: entry.seq,
      at: entry.at,
      actor_id: entry.actor,
      action: entry.action,
      object_kind: entry.objectKind,
      object_id: entry.objectId,
      details: JSON.stringify(entry.details),
      previous_digest: entry.previousDigest,
      digest: entry.digest,
    })
    .execute()
}

/** The whole trail, oldest first. */
export async function auditTrail(db: Database): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = []
  for await (const entry of trailInOrder(db)) entries.push(entry)
  return entries
}

/** The whole trail, oldest first, one entry after another. */
export async function* trailInOrder(db: Database): AsyncGenerator<AuditEntry> {
  for await (const row of db.selectFrom('audit_entries').selectAll().orderBy('seq').stream())
    yield {
      seq: row.seq,
      at: row.at,
      actor: row.actor_id,
      action: row.action,
      objectKind: row.object_kind,
      objectId: row.object_id,
      details: JSON.parse(row.details),
      previousDigest: row.previous_digest,
      digest: row.digest,
    }
}
