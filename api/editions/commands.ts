import {
  deleteDraft,
  draftOfScan,
  type EditionCover,
  type EditionHead,
  endEdition,
  findEdition,
  insertEdition,
  updateCover,
  writeDecision,
} from '../../db/editions.ts'
import { newId } from '../../db/ids.ts'
import type { Database, Registry } from '../../db/open.ts'
import { findTechnologyInScan } from '../../db/reviews.ts'
import { roundsOf } from '../../db/rounds.ts'
import type { ScanHead } from '../../db/scans.ts'
import { type By, perform } from '../audit/perform.ts'
import { changesBetween } from '../audit/trail.ts'
import type { DecisionRequest, EditionRequest } from '../contract/editions.ts'
import { ensureSeen, type Precondition } from '../precondition.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import { getScan } from '../scans/commands.ts'
import { lastClosed } from '../scans/round.ts'
import { type Audience, isFor } from './audience.ts'

const nobodyHasSaid = { cost: null, patientBenefit: null, inequalities: null }

/** Starts a draft edition of a scan, as of its last closed round; refuses before the first, and while there is another draft. */
export async function createEdition(registry: Registry, scan: string, by: By): Promise<{ id: string }> {
  return perform(registry, by, async (trx, record) => {
    const { id: scanId, name, startYear } = await getScan(trx, scan)
    const round = lastClosed(await roundsOf(trx, scanId))
    if (!round) throw new Refusal('conflict', `No round of ${name} has closed yet, so there is nothing to publish.`)
    const draft = await draftOfScan(trx, scanId)
    if (draft)
      throw new Refusal(
        'conflict',
        `${name} has a draft edition already, “${draft.title}”. Change, approve or discard that one.`,
      )
    const cover: EditionCover = {
      ...{ title: `${startYear} radar`, note: '', purpose: 'decision', gaps: nobodyHasSaid },
      ...{ recommendations: [], shownToBoard: false },
    }
    const id = newId()
    await insertEdition(trx, { id, scan: scanId, round: round.number, createdAt: by.at, ...cover })
    record({
      action: 'edition.draft',
      objectKind: 'edition',
      objectId: id,
      details: { scan: scanId, round: round.number },
    })
    return { id }
  })
}

/** Changes the cover of a draft; what it says already is answered as done. */
export async function changeEdition(
  registry: Registry,
  reference: string,
  request: EditionRequest,
  seen: Precondition,
  by: By,
): Promise<void> {
  await perform(registry, by, async (trx, record) => {
    const edition = await getDraft(trx, reference, 'changed')
    const cover = await coverIn(trx, await getScan(trx, edition.scan), request)
    const changes = changesBetween(coverOf(edition), cover)
    if (Object.keys(changes).length === 0 && seen.kind !== 'none') return
    ensureSeen(seen, edition)
    await updateCover(trx, edition.id, cover)
    record({
      action: 'edition.change',
      objectKind: 'edition',
      objectId: edition.id,
      details: { changed: Object.keys(changes) },
    })
  })
}

export async function discardEdition(registry: Registry, reference: string, seen: Precondition, by: By): Promise<void> {
  await perform(registry, by, async (trx, record) => {
    const edition = await getDraft(trx, reference, 'discarded')
    ensureSeen(seen, edition)
    await deleteDraft(trx, edition.id)
    record({
      action: 'edition.discard',
      objectKind: 'edition',
      objectId: edition.id,
      details: { title: edition.title },
    })
  })
}

/**
 * Records what a meeting decided, beside a published edition; recorded again, it is corrected, and the trail keeps both. A draft that is
 * not for the `audience` is not there for them.
 */
export async function recordDecision(
  registry: Registry,
  reference: string,
  request: DecisionRequest,
  seen: Precondition,
  by: By,
  audience: Audience = 'all',
): Promise<void> {
  await perform(registry, by, async (trx, record) => {
    const edition = await getPublished(trx, reference, audience)
    const before = edition.decision
    if (before && saysTheSame(before, request) && seen.kind !== 'none') return
    ensureSeen(seen, edition)
    ensureNotAhead(request.on, await getScan(trx, edition.scan), by.at)
    await writeDecision(trx, edition.id, { ...request, recordedAt: by.at })
    record({
      action: 'edition.decide',
      objectKind: 'edition',
      objectId: edition.id,
      details: { before, after: request },
    })
  })
}

/** Marks an edition as superseded by a later one. It stays readable, and what it says stays as it was. */
export async function supersedeEdition(
  registry: Registry,
  reference: string,
  request: { reason: string; by: string },
  seen: Precondition,
  by: By,
): Promise<void> {
  await perform(registry, by, async (trx, record) => {
    const edition = await getStanding(trx, reference)
    ensureSeen(seen, edition)
    const other = await findEdition(trx, request.by)
    if (other?.state !== 'published' || other.number! <= edition.number!)
      throw invalid('/by', `Name a later edition that stands, by its number. You sent ${repeated(request.by)}.`)
    await endEdition(trx, edition.id, { at: by.at, reason: request.reason, by: other.id })
    const details = { reason: request.reason, by: other.id }
    record({ action: 'edition.supersede', objectKind: 'edition', objectId: edition.id, details })
  })
}

/** Withdraws an edition, with a reason that stands on it from then on. */
export async function withdrawEdition(
  registry: Registry,
  reference: string,
  request: { reason: string },
  seen: Precondition,
  by: By,
): Promise<void> {
  await perform(registry, by, async (trx, record) => {
    const edition = await getStanding(trx, reference)
    ensureSeen(seen, edition)
    await endEdition(trx, edition.id, { at: by.at, reason: request.reason, by: null })
    record({
      action: 'edition.withdraw',
      objectKind: 'edition',
      objectId: edition.id,
      details: { reason: request.reason },
    })
  })
}

export async function getEdition(db: Database, reference: string, audience: Audience = 'all'): Promise<EditionHead> {
  const edition = await findEdition(db, reference)
  if (edition && isFor(audience, edition)) return edition
  throw new Refusal('not-found', `There is no edition ${repeated(reference)}.`)
}

/** `act` is what cannot be done to an edition that is published, as a participle. */
export async function getDraft(db: Database, reference: string, act: string): Promise<EditionHead> {
  const edition = await getEdition(db, reference)
  if (edition.state === 'draft') return edition
  throw new Refusal(
    'conflict',
    `Edition ${edition.number} is published and is never ${act}. If it is wrong, publish another and supersede this one, or withdraw it.`,
  )
}

/** Refuses a day that is ahead in the scan's zone. */
export function ensureNotAhead(on: string, scan: ScanHead, at: string): void {
  const today = new Date(at).toLocaleDateString('sv-SE', { timeZone: scan.timeZone })
  if (on > today) throw invalid('/on', `The day of the meeting cannot be ahead. You sent ${repeated(on)}.`)
}

async function getPublished(db: Database, reference: string, audience?: Audience): Promise<EditionHead> {
  const edition = await getEdition(db, reference, audience)
  if (edition.state !== 'draft') return edition
  throw new Refusal('conflict', `“${edition.title}” is a draft. Approve it first.`)
}

async function getStanding(db: Database, reference: string): Promise<EditionHead> {
  const edition = await getPublished(db, reference)
  if (edition.state === 'published') return edition
  throw new Refusal('conflict', `Edition ${edition.number} is ${edition.state} already.`)
}

/** The cover with its technologies as ids; refuses, by its place, one that the scan does not hold. */
async function coverIn(trx: Database, scan: ScanHead, request: EditionRequest): Promise<EditionCover> {
  const recommendations: EditionCover['recommendations'] = []
  for (const [i, one] of request.recommendations.entries()) {
    const technologies: string[] = []
    for (const [j, reference] of one.technologies.entries()) {
      const id = await findTechnologyInScan(trx, scan.id, reference)
      if (!id)
        throw invalid(
          `/recommendations/${i}/technologies/${j}`,
          `${scan.name} does not hold the technology ${repeated(reference)}.`,
        )
      if (!technologies.includes(id)) technologies.push(id)
    }
    recommendations.push({ ...one, technologies })
  }
  return { ...request, recommendations }
}

const coverOf = ({ title, note, purpose, gaps, recommendations, shownToBoard }: EditionHead): EditionCover => ({
  ...{ title, note, purpose, gaps, recommendations, shownToBoard },
})

function saysTheSame(before: DecisionRequest, after: DecisionRequest): boolean {
  return before.text === after.text && before.meeting === after.meeting && before.on === after.on
}
