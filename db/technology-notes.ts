import { nameless } from '../api/accounts/nameless.ts'
import type { Database } from './open.ts'

/** A note of the scan team; `by` is the name of who wrote it, `writtenBy` the account. */
export interface Note {
  id: string
  text: string
  by: string
  writtenBy: string
  writtenAt: string
  withdrawnAt: string | null
}

type NewNote = Omit<Note, 'by' | 'withdrawnAt'> & { technology: string }

export async function insertNote(trx: Database, note: NewNote): Promise<void> {
  const { technology, writtenBy, writtenAt, ...same } = note
  await trx
    .insertInto('technology_notes')
    .values({ ...same, technology_id: technology, written_by: writtenBy, written_at: writtenAt })
    .execute()
}

export async function markNoteWithdrawn(trx: Database, id: string, at: string): Promise<void> {
  await trx.updateTable('technology_notes').set({ withdrawn_at: at }).where('id', '=', id).execute()
}

/** The notes on a technology that stand, the newest first. */
export async function notesOf(db: Database, technology: string): Promise<Note[]> {
  const rows = await notes(db, technology).where('withdrawn_at', 'is', null).orderBy('id', 'desc').execute()
  return rows.map(toNote)
}

/** One note, withdrawn or not. */
export async function findNote(db: Database, technology: string, id: string): Promise<Note | undefined> {
  const row = await notes(db, technology).where('id', '=', id).executeTakeFirst()
  return row && toNote(row)
}

function notes(db: Database, technology: string) {
  return db
    .selectFrom('technology_notes')
    .leftJoin('account_names as people', 'people.account_id', 'technology_notes.written_by')
    .selectAll('technology_notes')
    .select('people.name')
    .where('technology_id', '=', technology)
}

type Row = Awaited<ReturnType<ReturnType<typeof notes>['execute']>>[number]

function toNote(row: Row): Note {
  return {
    id: row.id,
    text: row.text,
    by: row.name ?? nameless,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
    withdrawnAt: row.withdrawn_at,
  }
}
