import {
  countEditionRows,
  type EditionHead,
  editions,
  findEdition,
  findEditionRow,
  technologyNamesById,
} from '../../db/editions.ts'
import type { Database } from '../../db/open.ts'
import { findScan, type ScanHead } from '../../db/scans.ts'
import { registryState } from '../../db/state.ts'
import type { Edition, EditionSummary } from '../contract/editions.ts'
import { Refusal, repeated } from '../refusal.ts'
import { dayAt } from '../rounds/closing.ts'
import { usualTimeZone } from '../scans/time-zone.ts'
import { type Audience, isFor } from './audience.ts'
import type { FrozenHead, FrozenTechnologyRow } from './frozen.ts'
import type { EditionShelf } from './shelf-reader.ts'

/** Which editions: those of one scan, or the one that stood on a day (2026-03-12). */
export interface EditionsQuery {
  scan?: string | undefined
  asOf?: string | undefined
}

/** Editions for an audience: drafts first, then the newest. */
export async function listEditions(db: Database, query: EditionsQuery, audience: Audience): Promise<EditionSummary[]> {
  const scan = query.scan === undefined ? undefined : await findScan(db, query.scan)
  if (query.scan !== undefined && !scan) throw new Refusal('not-found', `There is no scan ${repeated(query.scan)}.`)
  const visible = (await editions(db)).filter((one) => isFor(audience, one) && (!scan || one.scan === scan.id))
  const chosen = query.asOf === undefined ? visible : standingOn(visible, query.asOf)
  return Promise.all(chosen.map((one) => toSummary(db, one)))
}

/** The edition that stood at the end of a day: the latest published by then, and not yet ended. */
function standingOn(all: readonly EditionHead[], day: string): EditionHead[] {
  const by = (at: string | null | undefined) =>
    at !== null && at !== undefined && dayAt(new Date(at), usualTimeZone) <= day
  return all.filter((one) => by(one.publishedAt) && !by(one.ended?.at)).slice(0, 1)
}

export async function readEdition(
  db: Database,
  shelf: Pick<EditionShelf, 'head'>,
  reference: string,
  audience: Audience,
): Promise<Edition> {
  const head = await shelf.head(reference, audience)
  const names = await namesIn(db, head)
  const { note, gaps, approval, decision } = head
  return {
    ...(await toSummary(db, head)),
    ...{ note, gaps, approval, decision },
    recommendations: head.recommendations.map((one) => ({
      ...one,
      technologies: one.technologies.flatMap((id) => names.get(id) ?? []),
    })),
    previous: await previousOf(db, head),
    demonstration: (await registryState(db)).demonstration,
    proof: await proofOf(db, head),
  }
}

/** What its recommendations are about: of a published edition as it was called then. */
async function namesIn(db: Database, { id: edition, state, recommendations }: EditionHead) {
  const ids = recommendations.flatMap(({ technologies }) => technologies)
  if (state === 'draft') return technologyNamesById(db, ids)
  const named = new Map<string, { id: string; slug: string; name: string }>()
  for (const technology of ids) {
    const content = await findEditionRow(db, edition, 'technology', technology)
    if (content === undefined) continue
    const { id, slug, name } = JSON.parse(content) as FrozenTechnologyRow
    named.set(id, { id, slug, name })
  }
  return named
}

export async function toSummary(db: Database, head: EditionHead): Promise<EditionSummary> {
  const { id, number, state, title, purpose, shownToBoard, round, createdAt, publishedAt, version, ended } = head
  const superseding = ended?.by ? await findEdition(db, ended.by) : undefined
  return {
    ...{ id, number, state, title, purpose, shownToBoard, round, createdAt, publishedAt, version },
    scan: scanOf((await findScan(db, head.scan))!),
    ended: ended && {
      reason: ended.reason,
      at: ended.at,
      by: superseding ? { number: superseding.number!, title: superseding.title } : null,
    },
  }
}

const scanOf = ({ id, slug, name, startYear, horizonYears }: ScanHead) => ({
  ...{ id, slug, name, startYear },
  endYear: startYear + horizonYears,
})

/** The edition before this one that was published and has not been superseded or withdrawn; of a draft, the latest. */
export async function findPrevious(db: Database, head: EditionHead): Promise<EditionHead | undefined> {
  const before = head.number ?? Number.POSITIVE_INFINITY
  return (await editions(db)).find((one) => one.state === 'published' && one.number! < before)
}

async function previousOf(db: Database, head: EditionHead): Promise<Edition['previous']> {
  const previous = await findPrevious(db, head)
  return previous ? { number: previous.number!, title: previous.title, publishedAt: previous.publishedAt! } : null
}

async function proofOf(db: Database, { id, digest }: EditionHead): Promise<Edition['proof']> {
  const content = digest === null ? undefined : await findEditionRow(db, id, 'scan', '')
  if (digest === null || content === undefined) return null
  const { arithmeticVersion, auditHead } = JSON.parse(content) as FrozenHead
  return { digest, rows: await countEditionRows(db, id), arithmeticVersion, auditHead }
}
