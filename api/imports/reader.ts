import { type EnteredByName, findEarlierImport, findEnteredImport, listEnteredImports } from '../../db/imports.ts'
import type { Database } from '../../db/open.ts'
import { findPerson } from '../../db/people.ts'
import { findScan } from '../../db/scans.ts'
import type { Import, ImportKind, ImportList } from '../contract/imports.ts'
import { Refusal, repeated } from '../refusal.ts'
import { fieldsOf } from './fields.ts'
import type { ImportKeeper, StagedImport } from './import-keeper.ts'

const noCounts = { rows: 0, good: 0, known: 0, differing: 0, bad: 0, problems: 0 }

/** One import, looked at or entered. Throws 404 where there is none. */
export async function readImport(db: Database, imports: ImportKeeper, id: string): Promise<Import> {
  const staged = imports.find(id)
  if (staged) return fromStaged(db, staged)
  const entered = await findEnteredImport(db, id)
  if (!entered) throw noImport(id)
  return fromEntered(db, entered)
}

/** What is being looked at stands before the first page of what was entered. */
export async function listImports(
  db: Database,
  imports: ImportKeeper,
  page: { limit: number; after: string | null },
  mayLook: (kind: ImportKind) => boolean,
): Promise<ImportList> {
  const { items, total, nextCursor } = await listEnteredImports(db, page)
  const staged = imports.all().filter(({ state, kind }) => state !== 'entered' && mayLook(kind))
  const shown = page.after === null ? await Promise.all(staged.map((one) => fromStaged(db, one))) : []
  const entered = await Promise.all(items.map((one) => fromEntered(db, one)))
  return { items: [...shown, ...entered], total: total + staged.length, nextCursor }
}

export function noImport(id: string): Refusal {
  return new Refusal(
    'not-found',
    `There is no import ${repeated(id)}: it was discarded, or the server was restarted before it was entered.`,
  )
}

async function fromStaged(db: Database, it: StagedImport): Promise<Import> {
  const { checked, entered, by } = it
  const earlier = await findEarlierImport(db, it.fileDigest, it.kind)
  return {
    id: it.id,
    kind: it.kind,
    form: it.form,
    state: it.state,
    fileName: it.fileName,
    fileSize: it.fileSize,
    fileDigest: it.fileDigest,
    scan: await scanOf(db, it.scan),
    addedBy: await nameOf(db, by.account),
    addedAt: by.at,
    rowsRead: it.rowsRead,
    share: it.share,
    notes: checked?.notes ?? [],
    headingRow: checked?.headingRow ?? null,
    columns: checked?.columns ?? [],
    missing: checked?.missing ?? [],
    radar: checked?.radar ? { ...checked.radar, mapping: it.mapping } : null,
    fields: fieldsOf[it.kind].map(({ field, title, required, hint }) => ({ field, title, required, hint })),
    counts: { ...(checked?.counts ?? noCounts), ...countsEntered(entered?.counts) },
    earlier: earlier?.id === it.id ? null : earlier,
    failure: it.failure,
    enteredAt: entered?.at ?? null,
    enteredBy: entered ? await nameOf(db, entered.account) : null,
    staged: true,
    version: it.version,
  }
}

const nameOf = async (db: Database, account: string) => (await findPerson(db, account))?.name ?? null

/** Somebody may have entered some of it between the look and the press. */
const countsEntered = (counts: { entered: number; known: number; bad: number } | undefined) =>
  counts ? { good: counts.entered, known: counts.known, bad: counts.bad } : {}

async function scanOf(db: Database, id: string | null) {
  const scan = id === null ? undefined : await findScan(db, id)
  return scan ? { slug: scan.slug, name: scan.name } : null
}

async function fromEntered(db: Database, it: EnteredByName): Promise<Import> {
  return {
    id: it.id,
    kind: it.kind,
    form: it.form,
    state: 'entered',
    fileName: it.fileName,
    fileSize: it.fileSize,
    fileDigest: it.fileDigest,
    scan: await scanOf(db, it.scan),
    addedBy: it.enteredBy,
    addedAt: it.enteredAt,
    rowsRead: it.rows,
    share: 1,
    notes: [],
    headingRow: null,
    columns: [],
    missing: [],
    radar: null,
    fields: [],
    counts: { ...noCounts, rows: it.rows, good: it.entered, known: it.known, bad: it.bad },
    earlier: null,
    failure: '',
    enteredAt: it.enteredAt,
    enteredBy: it.enteredBy,
    staged: false,
    version: 1,
  }
}
