import { nameless } from '../api/accounts/nameless.ts'
import type { Signal } from '../api/contract/signals.ts'
import type { NoticeList } from '../api/contract/technology-notes.ts'
import type { Database } from './open.ts'
import { signalMatches } from './sqlite/full-text.ts'

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
  service?: string
  interest?: string
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
      service: signal.service ?? '',
      interest: signal.interest ?? '',
    })
    .execute()
}

/** Who sent a nomination without an account, apart from it, so that it can be erased. */
export async function insertSender(trx: Database, signal: string, sender: { name: string; address: string }) {
  await trx
    .insertInto('signal_senders')
    .values({ signal_id: signal, ...sender })
    .execute()
}

/** An unread nomination in the very same words, received after this instant. */
export async function findSameNomination(
  db: Database,
  { title, text, after }: { title: string; text: string; after: string },
) {
  return db
    .selectFrom('signals')
    .select(['id', 'title', 'received_at as receivedAt'])
    .where('state', '=', 'unread')
    .where('origin', '=', 'nomination')
    .where('received_at', '>', after)
    .where('title', '=', title)
    .where('text', '=', text)
    .executeTakeFirst()
}

export interface SignalQuery {
  q?: string | undefined
  state?: readonly Signal['state'][] | undefined
  origin?: readonly Signal['origin'][] | undefined
  source?: readonly string[] | undefined
  /** Ids of accounts; `nobody` is those that nobody has taken over. */
  owner?: readonly string[] | undefined
  /** Ids. */
  scan: string | null
  technology: string | null
}

/** How many signals the filters let through, by state; that by state itself is left out. */
export async function countSignals(db: Database, query: SignalQuery) {
  const rows = await filtered(db, { ...query, state: undefined })
    .select((eb) => ['signals.state', eb.fn.countAll<number>().as('total')])
    .groupBy('signals.state')
    .execute()
  const counts = { unread: 0, linked: 0, dismissed: 0 }
  for (const { state, total } of rows) counts[state] = Number(total)
  return counts
}

/** Ids of the signals that the filters let through, the newest first; after one of them, and at most so many. */
export async function signalIds(
  db: Database,
  query: SignalQuery,
  page: { after?: string | null; limit?: number } = {},
): Promise<string[]> {
  let found = filtered(db, query).select('signals.id').orderBy('signals.id', 'desc')
  if (page.after) found = found.where('signals.id', '<', page.after)
  if (page.limit) found = found.limit(page.limit)
  return (await found.execute()).map(({ id }) => id)
}

/** These signals, in this order; those that there are not are left out. */
export async function signalsWithIds(db: Database, ids: readonly string[]): Promise<Signal[]> {
  if (ids.length === 0) return []
  const rows = await wholeSignals(db).where('signals.id', 'in', ids).execute()
  const links = await linksOf(db, ids)
  const found = new Map(rows.map((row) => [row.id, toSignal(row, links.get(row.id) ?? [])]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

export async function findSignal(db: Database, id: string): Promise<Signal | undefined> {
  return (await signalsWithIds(db, [id]))[0]
}

/** The raw record in all its versions, the first one first. */
export async function signalRecords(db: Database, signal: string) {
  const rows = await db
    .selectFrom('signal_records')
    .select(['version', 'retrieved_at as retrievedAt', 'content'])
    .where('signal_id', '=', signal)
    .orderBy('version')
    .execute()
  return rows
}

/** The sources that have brought signals, by name. */
export async function sourcesOfSignals(db: Database) {
  return db.selectFrom('sources').select(['id', 'name']).orderBy('name').execute()
}

/** When a source was last read to its end; null where none ever was. */
export async function lastReadAt(db: Database): Promise<string | null> {
  const { at } = await db
    .selectFrom('source_runs')
    .where('state', '=', 'done')
    .select((eb) => eb.fn.max('ended_at').as('at'))
    .executeTakeFirstOrThrow()
  return at
}

function filtered(db: Database, query: SignalQuery) {
  const { state, origin, source, owner } = query
  const owners = owner?.filter((one) => one !== 'nobody')
  return db
    .selectFrom('signals')
    .$if(!!query.q, (q) => q.where(signalMatches(query.q!)))
    .$if(!!state?.length, (q) => q.where('signals.state', 'in', state!))
    .$if(!!origin?.length, (q) => q.where('signals.origin', 'in', origin!))
    .$if(!!source?.length, (q) => q.where('signals.source_id', 'in', source!))
    .$if(query.scan !== null, (q) => q.where('signals.scan_id', '=', query.scan))
    .$if(!!owner?.length, (q) =>
      q.where((eb) =>
        eb.or([
          ...(owners!.length > 0 ? [eb('signals.owner_id', 'in', owners!)] : []),
          ...(owner!.includes('nobody') ? [eb('signals.owner_id', 'is', null)] : []),
        ]),
      ),
    )
    .$if(query.technology !== null, (q) =>
      q.where((eb) =>
        eb.or([
          eb('signals.technology_id', '=', query.technology),
          eb('signals.id', 'in', (links) =>
            links
              .selectFrom('signal_links')
              .select('signal_links.signal_id')
              .where('signal_links.technology_id', '=', query.technology!),
          ),
        ]),
      ),
    )
}

function wholeSignals(db: Database) {
  return db
    .selectFrom('signals')
    .leftJoin('sources', 'sources.id', 'signals.source_id')
    .leftJoin('scans', 'scans.id', 'signals.scan_id')
    .leftJoin('specialisms', 'specialisms.id', 'signals.specialism_id')
    .leftJoin('technologies', 'technologies.id', 'signals.technology_id')
    .leftJoin('account_names as sender', 'sender.account_id', 'signals.sent_by')
    .leftJoin('signal_senders', 'signal_senders.signal_id', 'signals.id')
    .leftJoin('account_names as triager', 'triager.account_id', 'signals.triaged_by')
    .leftJoin('account_names as owner', 'owner.account_id', 'signals.owner_id')
    .selectAll('signals')
    .select(['sources.name as source_name', 'scans.slug as scan_slug', 'scans.name as scan_name'])
    .select(['specialisms.slug as specialism_slug', 'specialisms.name as specialism_name'])
    .select(['technologies.slug as technology_slug', 'technologies.name as technology_name'])
    .select(['sender.name as account_name', 'triager.name as triager_name', 'owner.name as owner_name'])
    .select(['signal_senders.name as sender_name', 'signal_senders.address as sender_address'])
    .select((eb) =>
      eb
        .selectFrom('signal_records')
        .whereRef('signal_records.signal_id', '=', 'signals.id')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('records'),
    )
}

type WholeRow = Awaited<ReturnType<ReturnType<typeof wholeSignals>['executeTakeFirstOrThrow']>>

async function linksOf(db: Database, signals: readonly string[]) {
  const rows = await db
    .selectFrom('signal_links')
    .innerJoin('technologies', 'technologies.id', 'signal_links.technology_id')
    .select(['signal_links.signal_id', 'technologies.slug', 'technologies.name'])
    .where('signal_links.signal_id', 'in', signals)
    .orderBy('technologies.name')
    .orderBy('technologies.slug')
    .execute()
  const links = new Map<string, Signal['technologies']>()
  for (const { signal_id, slug, name } of rows) links.set(signal_id, [...(links.get(signal_id) ?? []), { slug, name }])
  return links
}

function toSignal(row: WholeRow, technologies: Signal['technologies']): Signal {
  return {
    id: row.id,
    version: row.version,
    origin: row.origin,
    source: person(row.source_id, row.source_name),
    title: row.title,
    text: row.text,
    webAddress: row.web_address,
    dated: row.dated,
    datePrecision: row.date_precision,
    organisation: row.organisation,
    status: row.status,
    identifiers: JSON.parse(row.identifiers),
    service: row.service,
    interest: row.interest,
    scan: named(row.scan_slug, row.scan_name),
    specialism: named(row.specialism_slug, row.specialism_name),
    technology: named(row.technology_slug, row.technology_name),
    sentBy: row.sent_by === null ? row.sender_name || null : (row.account_name ?? nameless),
    senderAddress: row.sender_address || null,
    receivedAt: row.received_at,
    records: Number(row.records ?? 0),
    state: row.state,
    reason: row.reason,
    note: row.note,
    triagedBy: row.triaged_by === null ? null : (row.triager_name ?? nameless),
    triagedAt: row.triaged_at,
    owner: person(row.owner_id, row.owner_name),
    technologies,
  }
}

const named = (slug: string | null, name: string | null) => (slug === null || name === null ? null : { slug, name })
/** Somebody whose name was erased stays somebody. */
const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? nameless })

/** What is said to be out of date about a technology (id) and nobody has looked at yet, the newest first. */
export async function noticesOf(db: Database, technology: string): Promise<NoticeList['items']> {
  const rows = await db
    .selectFrom('signals')
    .leftJoin('specialisms', 'specialisms.id', 'signals.specialism_id')
    .leftJoin('account_names as people', 'people.account_id', 'signals.sent_by')
    .select(['signals.id', 'signals.text', 'signals.sent_by', 'people.name', 'specialisms.name as specialism'])
    .select('signals.received_at as receivedAt')
    .where('signals.technology_id', '=', technology)
    .where('signals.origin', '=', 'out-of-date')
    .where('signals.state', '=', 'unread')
    .orderBy('signals.id', 'desc')
    .execute()
  return rows.map(({ sent_by, name, ...row }) => ({ ...row, sentBy: sent_by === null ? null : (name ?? nameless) }))
}
