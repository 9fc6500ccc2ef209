import { newId } from '../../db/ids.ts'
import type { Database, Registry } from '../../db/open.ts'
import {
  findScan,
  heldSpecialisms,
  holdSpecialisms,
  insertMethod,
  insertScan,
  type ScanHead,
  scanNameIsTaken,
  updateScan,
} from '../../db/scans.ts'
import { idsOfSpecialisms } from '../../db/taxonomy.ts'
import { type By, perform } from '../audit/perform.ts'
import { changesBetween } from '../audit/trail.ts'
import type { ChangeScanRequest, CreateScanRequest } from '../contract/scans.ts'
import { ensureSeen, type Precondition } from '../precondition.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import { slugOf } from '../technologies/slug.ts'
import { defaultMethod, problemsOfMethod } from './method.ts'

const horizonYears = 10

/** Creates a scan over the ten years from its start, with the default method. Returns its id. */
export async function createScan(registry: Registry, request: CreateScanRequest, by: By): Promise<string> {
  return perform(registry, by, async (trx, record) => {
    const slug = slugOf(request.name, 'scan')
    if (await scanNameIsTaken(trx, request.name, slug))
      throw new Refusal('conflict', `There is a scan named ${repeated(request.name)} already. Choose another name.`)
    const specialisms = await knownSpecialisms(trx, request.specialisms)
    const horizon = { startYear: request.startYear, years: horizonYears }
    const [problem] = problemsOfMethod(defaultMethod, horizon)
    if (problem) throw invalid(`/method/${problem.parameter}`, problem.detail)
    const id = newId()
    const scan = { id, slug, name: request.name, startYear: request.startYear, horizonYears, timeZone: 'Europe/London' }
    await insertScan(trx, { ...scan, boardSeesDraft: request.boardSeesDraft, createdAt: by.at })
    await insertMethod(trx, id, 1, defaultMethod, by.at)
    await holdSpecialisms(trx, id, specialisms)
    const details = { after: { ...scan, specialisms, method: defaultMethod } }
    record({ action: 'scan.create', objectKind: 'scan', objectId: id, details })
    return id
  })
}

export async function changeScan(
  registry: Registry,
  reference: string,
  request: ChangeScanRequest,
  seen: Precondition,
  by: By,
): Promise<string> {
  return perform(registry, by, async (trx, record) => {
    const before = await getScan(trx, reference)
    const changes = changesBetween(before, request)
    if (Object.keys(changes).length === 0 && seen.kind !== 'none') return before.id
    ensureSeen(seen, before)
    if (await scanNameIsTaken(trx, request.name, slugOf(request.name, 'scan'), before.id))
      throw new Refusal('conflict', `There is a scan named ${repeated(request.name)} already. Choose another name.`)
    await updateScan(trx, before.id, request)
    record({ action: 'scan.change', objectKind: 'scan', objectId: before.id, details: changes })
    return before.id
  })
}

export async function getScan(db: Database, reference: string): Promise<ScanHead> {
  const scan = await findScan(db, reference)
  if (!scan) throw new Refusal('not-found', `There is no scan ${repeated(reference)}.`)
  return scan
}

async function knownSpecialisms(trx: Database, references: readonly string[]): Promise<string[]> {
  const ids = await idsOfSpecialisms(trx, references)
  const unknown = ids.indexOf(null)
  if (unknown >= 0) throw invalid(`/specialisms/${unknown}`, `There is no specialism ${repeated(references[unknown])}.`)
  return [...new Set(ids as string[])]
}

/** The scan's specialisms with these ids or slugs; refuses one that it does not hold. */
export async function specialismsOfScan(trx: Database, scan: ScanHead, references: readonly string[]) {
  const held = await heldSpecialisms(trx, scan.id)
  return references.map((reference, i) => {
    const specialism = held.find((one) => one.slug === reference || one.id === reference)
    if (!specialism)
      throw invalid(`/specialisms/${i}`, `${scan.name} does not hold the specialism ${repeated(reference)}.`)
    return specialism
  })
}
