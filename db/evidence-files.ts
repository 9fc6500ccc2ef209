import type { EvidenceFile } from '../api/contract/evidence-files.ts'
import type { Database } from './open.ts'

export interface NewEvidenceFile extends Omit<EvidenceFile, 'archived'> {
  content: Uint8Array
  addedBy: string
}

export async function insertFile(trx: Database, file: NewEvidenceFile): Promise<void> {
  const { evidence, addedAt, addedBy, ...same } = file
  await trx
    .insertInto('evidence_files')
    .values({ ...same, evidence_id: evidence, added_at: addedAt, added_by: addedBy })
    .execute()
}

export async function setFileArchived(trx: Database, id: string, archived: boolean): Promise<void> {
  await trx
    .updateTable('evidence_files')
    .set({ archived: archived ? 1 : 0 })
    .where('id', '=', id)
    .execute()
}

/** The files attached to a technology's evidence, without their content, in the order in which they came; archived included. */
export async function filesOf(db: Database, technology: string): Promise<EvidenceFile[]> {
  const rows = await db
    .selectFrom('evidence_files')
    .innerJoin('evidence', 'evidence.id', 'evidence_files.evidence_id')
    .select(['evidence_files.id', 'evidence_files.evidence_id', 'evidence_files.name', 'evidence_files.media'])
    .select(['evidence_files.size', 'evidence_files.digest', 'evidence_files.added_at', 'evidence_files.archived'])
    .where('evidence.technology_id', '=', technology)
    .orderBy('evidence_files.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    evidence: row.evidence_id,
    name: row.name,
    media: row.media as EvidenceFile['media'],
    size: row.size,
    digest: row.digest,
    addedAt: row.added_at,
    archived: row.archived === 1,
  }))
}

export async function contentOfFile(db: Database, id: string): Promise<Uint8Array> {
  const row = await db.selectFrom('evidence_files').select('content').where('id', '=', id).executeTakeFirstOrThrow()
  return row.content
}
