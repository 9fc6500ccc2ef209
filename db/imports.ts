import { nameless } from '../api/accounts/nameless.ts'
import type { Import, ImportKind } from '../api/contract/imports.ts'
import type { Database } from './open.ts'

/** An import that has been entered: a file, what came of its rows, and who did it. */
export interface EnteredImport {
  id: string
  kind: ImportKind
  form: string
  fileName: string
  fileDigest: string
  fileSize: number
  /** Id of the scan that ratings are for. */
  scan: string | null
  rows: number
  entered: number
  known: number
  bad: number
  enteredAt: string
}

export async function insertImport(trx: Database, it: EnteredImport & { enteredBy: string }): Promise<void> {
  await trx
    .insertInto('imports')
    .values({
      id: it.id,
      kind: it.kind,
      form: it.form,
      file_name: it.fileName,
      file_digest: it.fileDigest,
      file_size: it.fileSize,
      scan_id: it.scan,
      rows: it.rows,
      entered: it.entered,
      known: it.known,
      bad: it.bad,
      entered_by: it.enteredBy,
      entered_at: it.enteredAt,
    })
    .execute()
}

export type EnteredByName = EnteredImport & { enteredBy: string | null }

export async function findEnteredImport(db: Database, id: string): Promise<EnteredByName | undefined> {
  const row = await entered(db).where('imports.id', '=', id).executeTakeFirst()
  return row && toEntered(row)
}

/** A page of what was entered, the newest first; `nextCursor` is the id after which to go on. */
export async function listEnteredImports(db: Database, page: { limit: number; after: string | null }) {
  const { total } = await db
    .selectFrom('imports')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await entered(db)
    .$if(page.after !== null, (q) => q.where('imports.id', '<', page.after!))
    .orderBy('imports.id', 'desc')
    .limit(page.limit + 1)
    .execute()
  const items = rows.slice(0, page.limit).map(toEntered)
  return { items, total: Number(total), nextCursor: rows.length > page.limit ? items.at(-1)!.id : null }
}

/** When the very same file was entered as the same kind before, at last. */
export async function findEarlierImport(db: Database, digest: string, kind: ImportKind): Promise<Import['earlier']> {
  const row = await entered(db)
    .where('imports.file_digest', '=', digest)
    .where('imports.kind', '=', kind)
    .orderBy('imports.entered_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { id: row.id, enteredAt: row.entered_at, enteredBy: row.name ?? nameless } : null
}

const entered = (db: Database) =>
  db
    .selectFrom('imports')
    .leftJoin('account_names as people', 'people.account_id', 'imports.entered_by')
    .selectAll('imports')
    .select('people.name')

type Row = Awaited<ReturnType<ReturnType<typeof entered>['execute']>>[number]

function toEntered(row: Row): EnteredByName {
  return {
    id: row.id,
    kind: row.kind,
    form: row.form,
    fileName: row.file_name,
    fileDigest: row.file_digest,
    fileSize: row.file_size,
    scan: row.scan_id,
    rows: row.rows,
    entered: row.entered,
    known: row.known,
    bad: row.bad,
    enteredAt: row.entered_at,
    enteredBy: row.name ?? nameless,
  }
}
