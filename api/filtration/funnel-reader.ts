import { publishedNumberOf } from '../../db/editions.ts'
import {
  countSignals,
  type Filtered,
  listSpotted,
  type SignalState,
  sourceNames,
  technologiesFiltered,
} from '../../db/filtration.ts'
import { isId } from '../../db/ids.ts'
import { namesOfAccounts } from '../../db/next-scan.ts'
import type { Database } from '../../db/open.ts'
import { type ScanHead, scans } from '../../db/scans.ts'
import { registryState } from '../../db/state.ts'
import type { ExitReason } from '../contract/exits.ts'
import type { Funnel, FunnelGroup, FunnelItem, FunnelItemList } from '../contract/filtration.ts'
import { Refusal } from '../refusal.ts'
import { getScan } from '../scans/commands.ts'
import { type Counted, funnelOf, groupsOf, isAmong, together } from './funnel.ts'
import { type Fate, type ParkedFor, type Stage, type Standing, standingOf, type Window, windowOf } from './stages.ts'
import { nobody, originNames } from './words.ts'

/** A technology with how far it came in the scan. */
export type Stood = Filtered & { standing: Standing }

/** A scan as its funnel and its coverage look at it. */
export interface Filtration {
  scan: ScanHead
  window: Window
  ended: boolean
}

export async function filtrationOf(db: Database, reference: string, now: string): Promise<Filtration> {
  const scan = await getScan(db, reference)
  const ended = (await publishedNumberOf(db, scan.id)) !== undefined
  return { scan, window: windowOf(scan, await scans(db), now), ended }
}

/** The technologies that are, or were, candidates of the scan. */
export async function stoodIn(db: Database, { scan, window, ended }: Filtration): Promise<Stood[]> {
  return (await technologiesFiltered(db, scan.id)).flatMap((technology) => {
    const standing = standingOf(technology, window, ended)
    return standing ? [{ ...technology, standing }] : []
  })
}

export async function readFunnel(db: Database, reference: string, now: string): Promise<Funnel> {
  const filtration = await filtrationOf(db, reference, now)
  const { scan, window, ended } = filtration
  const signals = (await countSignals(db, window)).map(
    ({ state, reason, ...one }): Counted => ({ ...one, stage: 'spotted', fate: fateOfSignal[state], reason }),
  )
  const technologies = (await stoodIn(db, filtration)).map(
    ({ standing, origin, owner }): Counted => ({ ...standing, origin, owner, count: 1 }),
  )
  const counted = together([...signals, ...technologies])
  const names = await namesIn(db, counted)
  const named = (groups: Omit<FunnelGroup, 'name'>[]) => groups.map((one) => ({ ...one, name: names(one.key) }))
  const { id, slug, name, startYear, horizonYears } = scan
  return {
    scan: { id, slug, name, startYear, endYear: startYear + horizonYears },
    demonstration: (await registryState(db)).demonstration,
    window,
    frozen: scan.frozenAt !== null,
    ended,
    stages: funnelOf(counted),
    origins: named(groupsOf(counted, ({ origin }) => origin)),
    owners: named(groupsOf(counted, ({ owner }) => owner, nobody)),
  }
}

export interface ItemsQuery {
  stage: Stage
  fate?: Fate | undefined
  reason?: ParkedFor | undefined
  origin?: string | undefined
  /** An account's id, or `nobody`. */
  owner?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** The signals or technologies behind a number of the funnel: as many as it says. */
export async function listFunnelItems(
  db: Database,
  reference: string,
  query: ItemsQuery,
  now: string,
): Promise<FunnelItemList> {
  const filtration = await filtrationOf(db, reference, now)
  const { items, total } = await (query.stage === 'spotted'
    ? signalsBehind(db, filtration.window, query)
    : technologiesBehind(db, filtration, query))
  const more = items.length > query.limit
  const shown = items.slice(0, query.limit)
  return { items: shown, total, nextCursor: more ? cursorOf(shown.at(-1)!.id) : null }
}

async function signalsBehind(db: Database, window: Window, query: ItemsQuery) {
  const state = (Object.keys(fateOfSignal) as SignalState[]).find((one) => fateOfSignal[one] === query.fate)
  const hasNone = (query.fate !== undefined && state === undefined) || query.reason === 'not-given'
  if (hasNone) return { items: [], total: 0 }
  const { origin, limit } = query
  const owner = query.owner === nobody ? null : query.owner
  const reason = query.reason as ExitReason | undefined
  const asked = { state, reason, origin, owner, after: afterOf(query.cursor), limit: limit + 1 }
  const { items, total } = await listSpotted(db, window, asked)
  const names = await namesIn(db, items)
  return {
    total,
    items: items.map(
      ({ title, state: is, receivedAt, ...one }): FunnelItem => ({
        ...one,
        ...{ kind: 'signal', slug: null, name: title, stage: 'spotted', fate: fateOfSignal[is], since: receivedAt },
        ...{ origin: names(one.origin), owner: one.owner && names(one.owner) },
      }),
    ),
  }
}

async function technologiesBehind(db: Database, filtration: Filtration, query: ItemsQuery) {
  const { origin, owner } = query
  const all = (await stoodIn(db, filtration)).filter(
    (one) =>
      isAmong(one.standing, query) &&
      (origin === undefined || one.origin === origin) &&
      (owner === undefined || (one.owner ?? nobody) === owner),
  )
  const after = afterOf(query.cursor)
  const from = after === null ? 0 : all.findIndex(({ id }) => id > after)
  const page = from < 0 ? [] : all.slice(from, from + query.limit + 1)
  const names = await namesIn(db, page)
  const items = page.map(
    (one): FunnelItem => ({
      ...{ kind: 'technology', id: one.id, slug: one.slug, name: one.name, note: one.note, since: one.createdAt },
      ...one.standing,
      ...{ origin: names(one.origin), owner: one.owner && names(one.owner) },
    }),
  )
  return { items, total: all.length }
}

const fateOfSignal: Record<SignalState, Fate> = { linked: 'went-on', dismissed: 'parked', unread: 'waiting' }

/** Names of the origins and owners in what is to be shown. */
async function namesIn(db: Database, ones: readonly { origin: string; owner: string | null }[]) {
  const owners = [...new Set(ones.flatMap(({ owner }) => owner ?? []))]
  const people = owners.length > 0 ? await namesOfAccounts(db, owners) : new Map<string, string>()
  const sources = await sourceNames(db)
  return (key: string) => originNames[key] ?? sources.get(key) ?? people.get(key) ?? 'Somebody'
}

const cursorOf = (id: string) => Buffer.from(id).toString('base64url')

function afterOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const id = Buffer.from(cursor, 'base64url').toString()
  if (isId(id)) return id
  const detail = 'The cursor is not one that was given. Start again without it.'
  throw new Refusal('invalid', detail, { errors: [{ parameter: 'cursor', detail }] })
}
