import type { ApproveEditionRequest, DecisionRequest, EditionState, Gaps } from '../api/contract/editions.ts'
import { isId } from './ids.ts'
import type { Database } from './open.ts'

/** The part of an edition that is written by hand. Technologies are ids. */
export interface EditionCover {
  title: string
  note: string
  purpose: 'decision' | 'assurance' | 'information'
  gaps: Gaps
  recommendations: { text: string; owner: string; by: string; technologies: string[] }[]
  shownToBoard: boolean
}

/** An edition without what it holds. `round` of a draft is that of its making: what it shows is of the last closed one. */
export interface EditionHead extends EditionCover {
  id: string
  scan: string
  number: number | null
  state: EditionState
  round: number
  createdAt: string
  approval: ApproveEditionRequest | null
  publishedAt: string | null
  digest: string | null
  decision: (DecisionRequest & { recordedAt: string }) | null
  ended: { at: string; reason: string; by: string | null } | null
  version: number
}

/** One row of what a published edition holds. `content` is JSON; `digest` is of all the rest. */
export interface EditionRow {
  kind: string
  key: string
  content: string
  digest: string
}

export async function insertEdition(
  trx: Database,
  edition: EditionCover & Pick<EditionHead, 'id' | 'scan' | 'round' | 'createdAt'>,
): Promise<void> {
  const { id, scan, round, createdAt } = edition
  await trx
    .insertInto('editions')
    .values({ id, scan_id: scan, state: 'draft', round_number: round, created_at: createdAt, ...columnsOf(edition) })
    .execute()
}

export async function updateCover(trx: Database, id: string, cover: EditionCover): Promise<void> {
  await trx
    .updateTable('editions')
    .set((eb) => ({ ...columnsOf(cover), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function deleteDraft(trx: Database, id: string): Promise<void> {
  await trx.deleteFrom('editions').where('id', '=', id).where('state', '=', 'draft').execute()
}

/** Turns a draft into an edition; from then on the database takes no more rows for it, and no change of it. */
export async function publishEdition(
  trx: Database,
  id: string,
  published: { number: number; round: number; approval: ApproveEditionRequest; publishedAt: string; digest: string },
): Promise<void> {
  await trx
    .updateTable('editions')
    .set((eb) => ({
      state: 'published',
      number: published.number,
      round_number: published.round,
      approved_by: published.approval.by,
      approved_at_meeting: published.approval.meeting,
      approved_on: published.approval.on,
      published_at: published.publishedAt,
      digest: published.digest,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export async function writeDecision(trx: Database, id: string, decision: EditionHead['decision']): Promise<void> {
  await trx
    .updateTable('editions')
    .set((eb) => ({ decision: JSON.stringify(decision), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function endEdition(trx: Database, id: string, ended: NonNullable<EditionHead['ended']>): Promise<void> {
  await trx
    .updateTable('editions')
    .set((eb) => ({
      state: ended.by ? 'superseded' : 'withdrawn',
      ended_at: ended.at,
      ended_reason: ended.reason,
      superseded_by: ended.by,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Finds an edition by its number or id. */
export async function findEdition(db: Database, reference: string): Promise<EditionHead | undefined> {
  const isNumber = /^\d{1,9}$/.test(reference)
  if (!isNumber && !isId(reference)) return undefined
  const row = await db
    .selectFrom('editions')
    .selectAll()
    .where((eb) => (isNumber ? eb('number', '=', Number(reference)) : eb('id', '=', reference)))
    .executeTakeFirst()
  return row && toHead(row)
}

/** Drafts first, then by number, newest first. */
export async function editions(db: Database): Promise<EditionHead[]> {
  const rows = await db
    .selectFrom('editions')
    .selectAll()
    .orderBy((eb) => eb.fn.coalesce('number', eb.val(Number.MAX_SAFE_INTEGER)), 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toHead)
}

/** The first number under which an edition of a scan was published, whatever became of it since. */
export async function publishedNumberOf(db: Database, scan: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('editions')
    .select('number')
    .where('scan_id', '=', scan)
    .where('number', 'is not', null)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  return row?.number ?? undefined
}

export async function nextEditionNumber(trx: Database): Promise<number> {
  const { last } = await trx
    .selectFrom('editions')
    .select((eb) => eb.fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}

/** Pauses between batches: readers have their turn, writers wait for the transaction anyway. */
export async function insertEditionRows(
  trx: Database,
  edition: string,
  rows: readonly EditionRow[],
  pause: () => Promise<void>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += 200) {
    await trx
      .insertInto('edition_rows')
      .values(rows.slice(from, from + 200).map((row) => ({ edition_id: edition, ...row })))
      .execute()
    await pause()
  }
}

/** What an edition holds, of some kinds or all, by kind and key. */
export async function editionRows(db: Database, edition: string, kinds?: readonly string[]): Promise<EditionRow[]> {
  return db
    .selectFrom('edition_rows')
    .select(['kind', 'key', 'content', 'digest'])
    .where('edition_id', '=', edition)
    .$if(kinds !== undefined, (q) => q.where('kind', 'in', kinds!))
    .orderBy('kind')
    .orderBy('key')
    .execute()
}

export async function findEditionRow(db: Database, edition: string, kind: string, key: string) {
  const row = await db
    .selectFrom('edition_rows')
    .select('content')
    .where('edition_id', '=', edition)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.content
}

export async function countEditionRows(db: Database, edition: string): Promise<number> {
  const { n } = await db
    .selectFrom('edition_rows')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('edition_id', '=', edition)
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** Names of technologies by id. */
export async function technologyNamesById(db: Database, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { id: string; slug: string; name: string }>()
  const rows = await db.selectFrom('technologies').select(['id', 'slug', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

function columnsOf({ title, note, purpose, gaps, recommendations, shownToBoard }: EditionCover) {
  return {
    title,
    note,
    purpose,
    gaps: JSON.stringify(gaps),
    recommendations: JSON.stringify(recommendations),
    shown_to_board: shownToBoard ? (1 as const) : (0 as const),
  }
}

type Row = Awaited<ReturnType<typeof editionRow>>
const editionRow = (db: Database) => db.selectFrom('editions').selectAll().executeTakeFirstOrThrow()

function toHead(row: Row): EditionHead {
  const approval = { by: row.approved_by, meeting: row.approved_at_meeting, on: row.approved_on ?? '' }
  return {
    id: row.id,
    scan: row.scan_id,
    number: row.number,
    state: row.state,
    round: row.round_number,
    title: row.title,
    note: row.note,
    purpose: row.purpose,
    gaps: JSON.parse(row.gaps),
    recommendations: JSON.parse(row.recommendations),
    shownToBoard: row.shown_to_board === 1,
    createdAt: row.created_at,
    approval: row.approved_on === null ? null : approval,
    publishedAt: row.published_at,
    digest: row.digest,
    decision: row.decision === null ? null : JSON.parse(row.decision),
    ended: row.ended_at === null ? null : { at: row.ended_at, reason: row.ended_reason, by: row.superseded_by },
    version: row.version,
  }
}

export async function draftOfScan(db: Database, scan: string): Promise<EditionHead | undefined> {
  const row = await db
    .selectFrom('editions')
    .selectAll()
    .where('scan_id', '=', scan)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return row && toHead(row)
}
