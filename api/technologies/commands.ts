import { type EvidenceFields, insertEvidence, setEvidenceArchived, updateEvidence } from '../../db/evidence.ts'
import { newId } from '../../db/ids.ts'
import type { Database, Registry } from '../../db/open.ts'
import {
  findTechnology,
  findTechnologyByName,
  insertTechnology,
  setArchived,
  slugIsTaken,
  touchTechnology,
  updateTechnology,
} from '../../db/technologies.ts'
import { type By, perform } from '../audit/perform.ts'
import { changesBetween } from '../audit/trail.ts'
import type {
  ArchiveTechnologyRequest,
  EnterTechnologyRequest,
  Evidence,
  EvidenceRequest,
  Technology,
  TechnologyRequest,
} from '../contract/technologies.ts'
import { settleEntered } from '../filtration/outside/verdict-commands.ts'
import { ensureSeen, type Precondition } from '../precondition.ts'
import { Refusal, repeated } from '../refusal.ts'
import { linkStarted } from '../signals/linking-commands.ts'
import { precisionOf } from './evidence.ts'
import { asRequest, fieldsOf, nothingYet } from './fields-reader.ts'
import { whyClosed } from './merged.ts'
import type { TechnologyScope } from './scope.ts'
import { slugOf } from './slug.ts'

/** Made-up figures that only the demonstration brings with it. */
export interface Illustrative {
  illustrativeYear: number | null
}

/** Enters a technology with its first evidence. Refuses a name that another technology has. */
export async function enterTechnology(
  registry: Registry,
  request: EnterTechnologyRequest,
  by: By,
  illustrative: Illustrative = { illustrativeYear: null },
): Promise<Technology> {
  return perform(registry, by, async (trx, record) => {
    const slug = await freeSlug(trx, request.name)
    await ensureNameIsFree(trx, request.name)
    const id = newId()
    const standing = { id, slug, ...illustrative, ...nothingYet }
    const fields = await fieldsOf(trx, { ...request, readinessEvidence: null }, standing)
    await insertTechnology(trx, id, fields, by.at)
    for (const evidence of request.evidence) await writeEvidence(trx, id, evidence, by)
    const details = { after: { ...fields, evidence: request.evidence.length } }
    record({ action: 'technology.enter', objectKind: 'technology', objectId: id, details })
    if (request.signal !== undefined) await linkStarted(trx, request.signal, id, by, record)
    if (request.outsideItem !== undefined) await settleEntered(trx, request.outsideItem, id, by, record)
    return getTechnology(trx, id)
  })
}

/** Changes a technology's own fields. A change that changes nothing is answered as done, whatever version was seen. */
export async function changeTechnology(
  registry: Registry,
  reference: string,
  request: TechnologyRequest,
  seen: Precondition,
  by: By,
): Promise<Technology> {
  return perform(registry, by, async (trx, record) => {
    const before = await getOpenTechnology(trx, reference)
    const fields = await fieldsOf(trx, request, before)
    const old = await fieldsOf(trx, asRequest(before), before)
    const changes = changesBetween(old, fields)
    if (Object.keys(changes).length === 0 && seen.kind !== 'none') return before
    ensureSeen(seen, before)
    if (fields.name !== before.name) await ensureNameIsFree(trx, fields.name)
    await updateTechnology(trx, before.id, fields, by.at)
    record({ action: 'technology.change', objectKind: 'technology', objectId: before.id, details: changes })
    return getTechnology(trx, before.id)
  })
}

/** Archives a technology with why, or brings it back. It stays in the scans it is in. */
export async function archiveTechnology(
  registry: Registry,
  reference: string,
  request: ArchiveTechnologyRequest,
  seen: Precondition,
  by: By,
): Promise<Technology> {
  return perform(registry, by, async (trx, record) => {
    const before = await getOpenTechnology(trx, reference)
    const { archived, reason, note } = request
    const stands = {
      archived: before.archived,
      reason: before.archive?.reason ?? null,
      note: before.archive?.note ?? '',
    }
    const changes = changesBetween(stands, { archived, reason, note })
    if (Object.keys(changes).length === 0 && seen.kind !== 'none') return before
    ensureSeen(seen, before)
    await setArchived(trx, before.id, request, by.at)
    const action = archived ? 'technology.archive' : 'technology.return'
    record({ action, objectKind: 'technology', objectId: before.id, details: changes })
    return getTechnology(trx, before.id)
  })
}

/** Adds evidence to a technology that the caller may know of. */
export async function addEvidence(
  registry: Registry,
  reference: string,
  request: EvidenceRequest,
  scope: TechnologyScope,
  by: By,
): Promise<Evidence> {
  return perform(registry, by, async (trx, record) => {
    const technology = await getOpenTechnology(trx, reference, scope)
    const id = await writeEvidence(trx, technology.id, request, by)
    await touchTechnology(trx, technology.id, by.at)
    const details = { technology: technology.id, after: request }
    record({ action: 'evidence.add', objectKind: 'evidence', objectId: id, details })
    return getEvidence(await getTechnology(trx, technology.id), id)
  })
}

export async function changeEvidence(
  registry: Registry,
  at: { technology: string; evidence: string },
  request: EvidenceRequest,
  seen: Precondition,
  by: By,
): Promise<Evidence> {
  return perform(registry, by, async (trx, record) => {
    const technology = await getOpenTechnology(trx, at.technology)
    const before = getEvidence(technology, at.evidence)
    const fields = withPrecision(request)
    const changes = changesBetween(before, fields)
    if (Object.keys(changes).length === 0 && seen.kind !== 'none') return before
    ensureSeen(seen, before)
    await updateEvidence(trx, before.id, fields)
    await touchTechnology(trx, technology.id, by.at)
    record({ action: 'evidence.change', objectKind: 'evidence', objectId: before.id, details: changes })
    return getEvidence(await getTechnology(trx, technology.id), before.id)
  })
}

/** Archives evidence, or brings it back. */
export async function archiveEvidence(
  registry: Registry,
  at: { technology: string; evidence: string },
  archived: boolean,
  seen: Precondition,
  by: By,
): Promise<Evidence> {
  return perform(registry, by, async (trx, record) => {
    const technology = await getOpenTechnology(trx, at.technology)
    const before = getEvidence(technology, at.evidence)
    if (before.archived === archived && seen.kind !== 'none') return before
    ensureSeen(seen, before)
    await setEvidenceArchived(trx, before.id, archived)
    await touchTechnology(trx, technology.id, by.at)
    const action = archived ? 'evidence.archive' : 'evidence.return'
    record({ action, objectKind: 'evidence', objectId: before.id, details: { technology: technology.id } })
    return getEvidence(await getTechnology(trx, technology.id), before.id)
  })
}

/** Throws 404 where there is no such technology, or none that the reader may know of. */
export async function getTechnology(
  db: Database,
  reference: string,
  scope: TechnologyScope = 'registry',
): Promise<Technology> {
  const technology = await findTechnology(db, reference, scope)
  if (!technology) throw new Refusal('not-found', `There is no technology ${repeated(reference)}.`)
  return technology
}

/** As `getTechnology`, for a change: 409 where it was merged into another, which takes changes in its place. */
async function getOpenTechnology(db: Database, reference: string, scope?: TechnologyScope): Promise<Technology> {
  const technology = await getTechnology(db, reference, scope)
  const why = whyClosed(technology)
  if (why !== null) throw new Refusal('conflict', why)
  return technology
}

export function getEvidence(technology: Technology, id: string): Evidence {
  const evidence = technology.evidence.find((one) => one.id === id)
  if (!evidence) throw new Refusal('not-found', `This technology has no evidence ${repeated(id)}.`)
  return evidence
}

/** Writes evidence of a technology (id) within the caller's transaction, and returns its id. */
export async function writeEvidence(
  trx: Database,
  technology: string,
  request: EvidenceRequest,
  by: By,
): Promise<string> {
  if (!by.account) throw new Refusal('not-signed-in', 'Evidence is added by somebody.')
  const id = newId()
  await insertEvidence(trx, { id, technology, addedBy: by.account, at: by.at }, withPrecision(request))
  return id
}

function withPrecision(request: EvidenceRequest): EvidenceFields {
  return { ...request, datePrecision: precisionOf(request.date) }
}

async function ensureNameIsFree(trx: Database, name: string): Promise<void> {
  const other = await findTechnologyByName(trx, name)
  if (other)
    throw new Refusal('conflict', `There is a technology named ${repeated(name)} already. Open that one instead.`)
}

/** The name's slug, numbered where it is taken. */
async function freeSlug(trx: Database, name: string): Promise<string> {
  const slug = slugOf(name, 'technology')
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? slug : `${slug}-${n}`
    if (!(await slugIsTaken(trx, candidate))) return candidate
  }
}
