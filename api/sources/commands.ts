import { newId } from '../../db/ids.ts'
import type { Database, Registry } from '../../db/open.ts'
import { runsOf } from '../../db/source-runs.ts'
import {
  findSource,
  findSourceByName,
  insertSource,
  type StoredSource,
  setSourceArchived,
  setSourceDue,
  updateSource,
} from '../../db/sources.ts'
import { type By, perform } from '../audit/perform.ts'
import { changesBetween } from '../audit/trail.ts'
import type { AddSourceRequest, ChangeSourceRequest, TrySourceRequest } from '../contract/sources.ts'
import { ensureSeen, type Precondition } from '../precondition.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import type { Connector } from './connectors/connector.ts'
import { connectorOf } from './connectors/registry.ts'
import { nextDue } from './schedule.ts'

/** Why an address may not be asked for; null where it may. */
type Check = (address: string) => string | null

const quietly = { redraws: false }
const noBefore = '1900-01-01'

/** Adds a source; it is due at once, unless it is to be read by hand. */
export async function addSource(
  registry: Registry,
  request: AddSourceRequest,
  check: Check,
  by: By,
): Promise<StoredSource> {
  ensureAskable(request, check, by)
  return perform(
    registry,
    by,
    async (trx, record) => {
      await ensureNameIsFree(trx, request.name)
      const id = newId(Date.parse(by.at))
      const dueAt = request.schedule === 'off' ? null : by.at
      await insertSource(trx, { ...request, id, dueAt, createdAt: by.at })
      record({ action: 'source.add', objectKind: 'source', objectId: id, details: { after: request } })
      return getSource(trx, id)
    },
    quietly,
  )
}

/** Changes a source. With another query, or an earlier day to begin with, it is read anew from that day. */
export async function changeSource(
  registry: Registry,
  reference: string,
  request: ChangeSourceRequest,
  { check, seen }: { check: Check; seen: Precondition },
  by: By,
): Promise<StoredSource> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const before = await getSource(trx, reference)
      ensureAskable({ ...request, connector: before.connector }, check, by)
      const { name, query, from, schedule } = before
      const changes = changesBetween({ name, query, from, schedule }, request)
      if (Object.keys(changes).length === 0 && seen.kind !== 'none') return before
      ensureSeen(seen, before)
      if (request.name !== name) await ensureNameIsFree(trx, request.name)
      const readAnew = request.query !== query || request.from < from
      const dueAt = await dueAfter(trx, before, request, readAnew, by.at)
      await updateSource(trx, before.id, { ...request, dueAt }, { readAnew })
      record({ action: 'source.change', objectKind: 'source', objectId: before.id, details: changes })
      return getSource(trx, before.id)
    },
    quietly,
  )
}

/** When a changed source is read: at once where it is read anew, else as long after its last reading as its schedule says. */
async function dueAfter(
  trx: Database,
  before: StoredSource,
  { schedule }: ChangeSourceRequest,
  readAnew: boolean,
  at: string,
): Promise<string | null> {
  if (before.archived || schedule === 'off') return null
  if (readAnew) return at
  if (schedule === before.schedule) return before.dueAt
  const [last] = await runsOf(trx, before.id, 1)
  return last ? nextDue(schedule, last.startedAt) : at
}

/** Archives a source, which is then not read, or brings it back; its signals stay. */
export async function archiveSource(
  registry: Registry,
  reference: string,
  archived: boolean,
  seen: Precondition,
  by: By,
): Promise<StoredSource> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const before = await getSource(trx, reference)
      if (before.archived === archived && seen.kind !== 'none') return before
      ensureSeen(seen, before)
      const dueAt = archived || before.schedule === 'off' ? null : by.at
      await setSourceArchived(trx, before.id, archived, dueAt)
      const action = archived ? 'source.archive' : 'source.return'
      record({ action, objectKind: 'source', objectId: before.id, details: {} })
      return getSource(trx, before.id)
    },
    quietly,
  )
}

/** Has a source read as soon as it is its turn; one that is being read already is not read twice. */
export async function readSourceNow(registry: Registry, reference: string, by: By): Promise<StoredSource> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const source = await getSource(trx, reference)
      if (source.archived) throw new Refusal('conflict', 'This source is archived. Bring it back to read it.')
      const [last] = await runsOf(trx, source.id, 1)
      const isOnItsWay = last?.state === 'running' || (source.dueAt !== null && source.dueAt <= by.at)
      if (isOnItsWay) return source
      await setSourceDue(trx, source.id, by.at)
      record({ action: 'source.read-now', objectKind: 'source', objectId: source.id, details: {} })
      return getSource(trx, source.id)
    },
    quietly,
  )
}

export async function getSource(db: Database, reference: string): Promise<StoredSource> {
  const source = await findSource(db, reference)
  if (!source) throw new Refusal('not-found', `There is no source ${repeated(reference)}.`)
  return source
}

/** Refuses what the source could not be asked: a query it does not take, a host that is not listed, a day that is to come. */
export function ensureAskable(
  { connector: id, query, from }: Pick<TrySourceRequest, 'query' | 'from'> & { connector: string },
  check: Check,
  by: Pick<By, 'at'>,
): void {
  const connector = connectorOf(id)
  if (!connector) throw new Refusal('conflict', 'This program does not know this kind of source.')
  const problem = problemWith(connector, { query, from }, check)
  if (problem) throw invalid('/query', `${problem} You sent ${repeated(query)}.`)
  if (from > by.at.slice(0, 10) || from < noBefore)
    throw invalid('/from', `It must be a day since 1900 that has been. You sent ${repeated(from)}.`)
}

function problemWith(connector: Connector, asked: { query: string; from: string }, check: Check): string | null {
  const { query, from } = asked
  return connector.problemWith(query) ?? check(connector.ask({ query, since: from, cursor: null }).address)
}

async function ensureNameIsFree(trx: Database, name: string): Promise<void> {
  if (await findSourceByName(trx, name))
    throw invalid('/name', `Another source, archived perhaps, has the name ${repeated(name)}. Choose another.`)
}
