import { nameless } from '../api/accounts/nameless.ts'
import type { Database } from './open.ts'

/** Which specialisms (ids) of a scan (id) each technology (id) may affect. */
export async function specialismsByTechnology(db: Database, scan: string): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('technology_specialisms')
    .innerJoin('scan_specialisms', 'scan_specialisms.specialism_id', 'technology_specialisms.specialism_id')
    .select([
      'technology_specialisms.technology_id as technology',
      'technology_specialisms.specialism_id as specialism',
    ])
    .where('scan_specialisms.scan_id', '=', scan)
    .execute()
  const specialisms = new Map<string, string[]>()
  for (const { technology, specialism } of rows) {
    const known = specialisms.get(technology)
    if (known) known.push(specialism)
    else specialisms.set(technology, [specialism])
  }
  return specialisms
}

/** Which signals are linked to which technologies; ids. */
export async function signalLinks(db: Database): Promise<{ signal: string; technology: string }[]> {
  return db
    .selectFrom('signal_links')
    .select(['signal_links.signal_id as signal', 'signal_links.technology_id as technology'])
    .execute()
}

/** What somebody wrote of a place where they looked; specialism and category by slug, the writer by name. */
export interface WrittenNote {
  specialism: string
  category: string
  text: string
  writtenBy: string
  writtenAt: string
  version: number
}

/** A place on a scan's map; ids. */
export interface NotePlace {
  scan: string
  specialism: string
  category: string
}

export async function coverageNotes(db: Database, scan: string): Promise<WrittenNote[]> {
  return notes(db, scan).orderBy('scan_specialisms.slug').orderBy('categories.slug').execute()
}

export async function findCoverageNote(db: Database, place: NotePlace): Promise<WrittenNote | undefined> {
  return notes(db, place.scan)
    .where('coverage_notes.specialism_id', '=', place.specialism)
    .where('coverage_notes.category_id', '=', place.category)
    .executeTakeFirst()
}

function notes(db: Database, scan: string) {
  return db
    .selectFrom('coverage_notes')
    .innerJoin('scan_specialisms', (join) =>
      join
        .onRef('scan_specialisms.specialism_id', '=', 'coverage_notes.specialism_id')
        .onRef('scan_specialisms.scan_id', '=', 'coverage_notes.scan_id'),
    )
    .innerJoin('categories', 'categories.id', 'coverage_notes.category_id')
    .leftJoin('account_names as people', 'people.account_id', 'coverage_notes.written_by')
    .select((eb) => [
      'scan_specialisms.slug as specialism',
      'categories.slug as category',
      'coverage_notes.text',
      eb.fn.coalesce('people.name', eb.val(nameless)).as('writtenBy'),
      'coverage_notes.written_at as writtenAt',
      'coverage_notes.version',
    ])
    .where('coverage_notes.scan_id', '=', scan)
}

export async function writeCoverageNote(
  trx: Database,
  place: NotePlace,
  note: { text: string; by: string; at: string; version: number },
): Promise<void> {
  const content = { text: note.text, written_by: note.by, written_at: note.at, version: note.version }
  await trx
    .insertInto('coverage_notes')
    .values({ scan_id: place.scan, specialism_id: place.specialism, category_id: place.category, ...content })
    .onConflict((conflict) => conflict.columns(['scan_id', 'specialism_id', 'category_id']).doUpdateSet(content))
    .execute()
}

export async function deleteCoverageNote(trx: Database, place: NotePlace): Promise<void> {
  await trx
    .deleteFrom('coverage_notes')
    .where('scan_id', '=', place.scan)
    .where('specialism_id', '=', place.specialism)
    .where('category_id', '=', place.category)
    .execute()
}
