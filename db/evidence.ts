import type { Evidence, EvidenceRequest } from '../api/contract/technologies.ts'
import type { Database } from './open.ts'
import type { EvidenceRow } from './tables/tables.ts'

/** Evidence as it is written: as asked for, with the precision of its date worked out. */
export type EvidenceFields = EvidenceRequest & { datePrecision: Evidence['datePrecision'] }

export async function insertEvidence(
  trx: Database,
  evidence: { id: string; technology: string; addedBy: string; at: string },
  fields: EvidenceFields,
): Promise<void> {
  await trx
    .insertInto('evidence')
    .values({
      id: evidence.id,
      technology_id: evidence.technology,
      added_by: evidence.addedBy,
      created_at: evidence.at,
      ...columnsOf(fields),
    })
    .execute()
}

export async function updateEvidence(trx: Database, id: string, fields: EvidenceFields): Promise<void> {
  await trx
    .updateTable('evidence')
    .set((eb) => ({ ...columnsOf(fields), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function setEvidenceArchived(trx: Database, id: string, archived: boolean): Promise<void> {
  await trx
    .updateTable('evidence')
    .set((eb) => ({ archived: archived ? 1 : 0, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** A technology's evidence and `also` (ids), newest first by its date (undated last), archived included. */
export async function evidenceOf(db: Database, technology: string, also: readonly string[] = []): Promise<Evidence[]> {
  const rows = await db
    .selectFrom('evidence')
    .selectAll()
    .where((eb) => eb.or([eb('technology_id', '=', technology), ...(also.length > 0 ? [eb('id', 'in', also)] : [])]))
    .orderBy((eb) => eb.fn.coalesce('date', eb.val('')), 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toEvidence)
}

/** Pieces of evidence by their ids, whatever technology they belong to. */
export async function evidenceWithIds(db: Database, ids: readonly string[]): Promise<Evidence[]> {
  const rows = await db.selectFrom('evidence').selectAll().where('id', 'in', ids).orderBy('id').execute()
  return rows.map(toEvidence)
}

function columnsOf(fields: EvidenceFields) {
  return {
    kind: fields.kind,
    text: fields.text,
    date: fields.date,
    date_precision: fields.datePrecision,
    date_role: fields.dateRole,
    source_title: fields.sourceTitle,
    source_publisher: fields.sourcePublisher,
    source_year: fields.sourceYear,
    source_url: fields.sourceUrl,
    source_type: fields.sourceType,
    seen_via: fields.seenVia,
    retrieved_on: fields.retrievedOn,
  }
}

function toEvidence(row: EvidenceRow): Evidence {
  return {
    id: row.id,
    kind: row.kind,
    text: row.text,
    date: row.date,
    datePrecision: row.date_precision,
    dateRole: row.date_role,
    sourceTitle: row.source_title,
    sourcePublisher: row.source_publisher,
    sourceYear: row.source_year,
    sourceUrl: row.source_url,
    sourceType: row.source_type,
    seenVia: row.seen_via,
    retrievedOn: row.retrieved_on,
    archived: row.archived === 1,
    version: row.version,
  }
}
