import { createHash } from 'node:crypto'
import { setImmediate as turnOfOthers } from 'node:timers/promises'
import type { FoundRecord } from '../api/sources/connectors/connector.ts'
import { newId } from './ids.ts'
import type { Database } from './open.ts'
import type { PageCounts } from './source-runs.ts'

/** A signal that a source's record has become. */
interface Known {
  id: string
  state: 'unread' | 'linked' | 'dismissed'
  /** Of the newest version of its record. */
  version: number
  digest: string
}

/** After so many others have their turn: SQLite answers at once. */
const recordsInTurn = 50

/**
 * Keeps records of a source as signals, at most some hundred at once: each once, however often it comes. One that has changed at its source gets a further
 * version, and its signal the new texts while nobody has decided on it.
 */
export async function keepRecords(
  trx: Database,
  source: string,
  records: readonly FoundRecord[],
  at: string,
): Promise<PageCounts> {
  const byName = new Map(records.map((record) => [record.sourceRecord, record]))
  const known = await knownSignals(trx, source, [...byName.keys()])
  const counts = { received: records.length, added: 0, changed: 0, known: records.length - byName.size }
  let done = 0
  for (const [name, record] of byName) {
    if (++done % recordsInTurn === 0) await turnOfOthers()
    const digest = createHash('sha256')
      .update(record.compared ?? record.raw)
      .digest('hex')
    const signal = known.get(name)
    if (!signal) {
      await addSignal(trx, source, record, digest, at)
      counts.added++
    } else if (signal.digest !== digest) {
      await addVersion(trx, signal, record, digest, at)
      counts.changed++
    } else counts.known++
  }
  return counts
}

/** The signals that records have become, by what their source calls them, with their version; a name that two sources use is found once. */
export async function signalsOfRecords(db: Database, records: readonly string[]) {
  const rows = await db
    .selectFrom('signals')
    .select(['id as signal', 'source_record', 'version'])
    .where('origin', '=', 'source')
    .where('source_record', 'in', records)
    .execute()
  return new Map(rows.map(({ source_record, ...row }) => [source_record!, row]))
}

async function knownSignals(trx: Database, source: string, names: readonly string[]): Promise<Map<string, Known>> {
  if (names.length === 0) return new Map()
  const rows = await trx
    .selectFrom('signals')
    .innerJoin('signal_records', 'signal_records.signal_id', 'signals.id')
    .select(['signals.id', 'signals.state', 'signals.source_record', 'signal_records.version', 'signal_records.digest'])
    .where('signals.source_id', '=', source)
    .where('signals.source_record', 'in', names)
    .orderBy('signal_records.version')
    .execute()
  // The last one set stays: the newest version.
  return new Map(rows.map(({ source_record, ...row }) => [source_record!, row]))
}

async function addSignal(trx: Database, source: string, record: FoundRecord, digest: string, at: string) {
  const id = newId(Date.parse(at))
  await trx
    .insertInto('signals')
    .values({
      id,
      origin: 'source',
      source_id: source,
      source_record: record.sourceRecord,
      received_at: at,
      ...columnsOf(record),
    })
    .execute()
  await insertVersion(trx, { id, version: 1 }, record, digest, at)
}

async function addVersion(trx: Database, signal: Known, record: FoundRecord, digest: string, at: string) {
  await insertVersion(trx, { id: signal.id, version: signal.version + 1 }, record, digest, at)
  if (signal.state !== 'unread') return
  await trx
    .updateTable('signals')
    .set((eb) => ({ ...columnsOf(record), version: eb('version', '+', 1) }))
    .where('id', '=', signal.id)
    .execute()
}

async function insertVersion(
  trx: Database,
  { id, version }: { id: string; version: number },
  record: FoundRecord,
  digest: string,
  at: string,
) {
  await trx
    .insertInto('signal_records')
    .values({ signal_id: id, version, content: record.raw, digest, retrieved_at: at })
    .execute()
}

function columnsOf(record: FoundRecord) {
  return {
    title: record.title,
    text: record.text,
    web_address: record.webAddress,
    dated: record.dated,
    date_precision: record.datePrecision,
    organisation: record.organisation,
    status: record.status,
    identifiers: JSON.stringify(record.identifiers),
  }
}
