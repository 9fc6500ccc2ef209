import type { Signal } from '../api/contract/signals.ts'
import type { Database } from './open.ts'

export interface NewSignal {
  id: string
  title: string
  text: string
  webAddress: string | null
  /** Ids. */
  scan: string | null
  specialism: string | null
  technology: string | null
  sentBy: string | null
  receivedAt: string
}

/** One that names a technology says that its stage of development is out of date. */
export async function insertSignal(trx: Database, signal: NewSignal): Promise<void> {
  await trx
    .insertInto('signals')
    .values({
      id: signal.id,
      origin: signal.technology === null ? 'nomination' : 'out-of-date',
      title: signal.title,
      text: signal.text,
      web_address: signal.webAddress,
      scan_id: signal.scan,
      specialism_id: signal.specialism,
      technology_id: signal.technology,
      sent_by: signal.sentBy,
      received_at: signal.receivedAt,
    })
    .execute()
}

/** A page of signals, the newest first, those of one scan (id) or all; `nextCursor` is the id after which to go on. */
export async function listSignals(
  db: Database,
  query: { scan: string | null; limit: number; after: string | null },
): Promise<{ items: Signal[]; total: number; nextCursor: string | null }> {
  let matching = db.selectFrom('signals')
  if (query.scan) matching = matching.where('signals.scan_id', '=', query.scan)
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  let page = matching
    .leftJoin('scans', 'scans.id', 'signals.scan_id')
    .leftJoin('specialisms', 'specialisms.id', 'signals.specialism_id')
    .leftJoin('technologies', 'technologies.id', 'signals.technology_id')
    .leftJoin('people', 'people.account_id', 'signals.sent_by')
    .selectAll('signals')
    .select(['scans.slug as scan_slug', 'scans.name as scan_name', 'people.name as sender'])
    .select(['specialisms.slug as specialism_slug', 'specialisms.name as specialism_name'])
    .select(['technologies.slug as technology_slug', 'technologies.name as technology_name'])
    .orderBy('signals.id', 'desc')
    .limit(query.limit + 1)
  if (query.after) page = page.where('signals.id', '<', query.after)
  const rows = await page.execute()
  const items = rows.slice(0, query.limit).map((row) => ({
    id: row.id,
    origin: row.origin,
    title: row.title,
    text: row.text,
    webAddress: row.web_address,
    scan: named(row.scan_slug, row.scan_name),
    specialism: named(row.specialism_slug, row.specialism_name),
    technology: named(row.technology_slug, row.technology_name),
    sentBy: row.sender,
    receivedAt: row.received_at,
  }))
  return { items, total: Number(total), nextCursor: rows.length > query.limit ? items.at(-1)!.id : null }
}

const named = (slug: string | null, name: string | null) => (slug === null || name === null ? null : { slug, name })
