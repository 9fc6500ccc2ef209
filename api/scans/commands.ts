import { newId } from '../../db/ids.ts'
import { insertMethod } from '../../db/methods.ts'
import type { Database, Registry } from '../../db/open.ts'
import {
  findScan,
  type HeldSpecialism,
  heldSpecialisms,
  holdSpecialisms,
  insertScan,
  type ScanHead,
  scanNameIsTaken,
} from '../../db/scans.ts'
import { idsOfSpecialisms } from '../../db/taxonomy.ts'
import { type By, perform } from '../audit/perform.ts'
import type { CreateScanRequest } from '../contract/scans.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import { slugOf } from '../technologies/slug.ts'
import type { Method } from './method.ts'
import { problemsOfMethod } from './method-problems.ts'
import { type LeftBehind, methodToBegin, specialismsToBegin, takeOverPanel, takeOverRound } from './next/commands.ts'
import { isTimeZone, usualTimeZone } from './time-zone.ts'

const usualHorizon = 10

export interface CreatedScan {
  id: string
  /** Null where the scan was started from no other. */
  leftBehind: LeftBehind | null
}

/** Creates a scan, from nothing or from the last one: its method, its panel, and a first round with all that it asked. */
export async function createScan(registry: Registry, request: CreateScanRequest, by: By): Promise<CreatedScan> {
  return perform(registry, by, async (trx, record) => {
    const slug = slugOf(request.name, 'scan')
    await ensureNameIsFree(trx, request.name, slug)
    const last = request.from === null ? undefined : await lastScan(trx, request.from)
    const horizonYears = request.horizonYears ?? last?.horizonYears ?? usualHorizon
    const method = await methodToBegin(trx, last, horizonYears)
    ensureItWorks(method, request.startYear, horizonYears)
    const timeZone = request.timeZone ?? last?.timeZone ?? usualTimeZone
    ensureTimeZone(timeZone)
    const specialisms = await specialismsOf(trx, request, last)
    const { name, startYear, boardSeesDraft } = request
    const id = newId()
    const scan = { id, slug, name, startYear, horizonYears, timeZone, previous: last?.id ?? null }
    await insertScan(trx, { ...scan, boardSeesDraft, createdAt: by.at })
    await insertMethod(trx, id, 1, method, by.at)
    await holdSpecialisms(trx, id, specialisms.kept)
    const details = { after: { ...scan, specialisms: specialisms.kept, method } }
    record({ action: 'scan.create', objectKind: 'scan', objectId: id, details })
    if (!last) return { id, leftBehind: null }
    const begun = { id, specialisms: specialisms.kept, at: by.at, record }
    const people = await takeOverPanel(trx, last, begun)
    const technologies = await takeOverRound(trx, last, begun)
    const bands = horizonYears !== last.horizonYears
    return { id, leftBehind: { technologies, specialisms: specialisms.left, people, bands } }
  })
}

export async function getScan(db: Database, reference: string): Promise<ScanHead> {
  const scan = await findScan(db, reference)
  if (!scan) throw new Refusal('not-found', `There is no scan ${repeated(reference)}.`)
  return scan
}

/** The scan's specialisms with these ids or slugs; refuses one that it does not hold. */
export async function specialismsOfScan(trx: Database, scan: ScanHead, references: readonly string[]) {
  return specialismsNamed(scan, await heldSpecialisms(trx, scan.id), references)
}

/** The same for many lists: reads the scan's specialisms once. Gives ids. */
export async function specialismsIn(
  trx: Database,
  scan: ScanHead,
): Promise<(references: readonly string[]) => string[]> {
  const held = await heldSpecialisms(trx, scan.id)
  return (references) => specialismsNamed(scan, held, references).map(({ id }) => id)
}

function specialismsNamed(scan: ScanHead, held: readonly HeldSpecialism[], references: readonly string[]) {
  return references.map((reference, i) => {
    const specialism = held.find((one) => one.slug === reference || one.id === reference)
    if (!specialism)
      throw invalid(`/specialisms/${i}`, `${scan.name} does not hold the specialism ${repeated(reference)}.`)
    return specialism
  })
}

async function lastScan(trx: Database, reference: string): Promise<ScanHead> {
  const scan = await findScan(trx, reference)
  if (!scan) throw invalid('/from', `There is no scan ${repeated(reference)} to start from.`)
  return scan
}

async function specialismsOf(trx: Database, request: CreateScanRequest, last: ScanHead | undefined) {
  if (request.specialisms) return { kept: await knownSpecialisms(trx, request.specialisms), left: [] }
  if (!last) throw invalid('/specialisms', 'Choose at least one specialism.')
  const { kept, left } = await specialismsToBegin(trx, last)
  if (kept.length === 0) throw invalid('/specialisms', `No specialism of ${last.name} is still current. Choose others.`)
  return { kept, left }
}

export async function knownSpecialisms(trx: Database, references: readonly string[]): Promise<string[]> {
  const ids = await idsOfSpecialisms(trx, references)
  const unknown = ids.indexOf(null)
  if (unknown >= 0) throw invalid(`/specialisms/${unknown}`, `There is no specialism ${repeated(references[unknown])}.`)
  return [...new Set(ids as string[])]
}

export function ensureItWorks(method: Method, startYear: number, years: number): void {
  const [problem] = problemsOfMethod(method, { startYear, years })
  if (!problem) return
  const isHorizon = problem.parameter === 'bandEnds'
  if (isHorizon)
    throw invalid('/horizonYears', `A horizon of ${years} year has no room for three bands. Enter 2 to 30.`)
  throw invalid('/from', `Its method cannot work: ${problem.detail}`)
}

export function ensureTimeZone(name: string): void {
  if (!isTimeZone(name))
    throw invalid('/timeZone', `There is no time zone ${repeated(name)}. Use a name such as Europe/London.`)
}

export async function ensureNameIsFree(trx: Database, name: string, slug: string, except?: string): Promise<void> {
  if (await scanNameIsTaken(trx, name, slug, except))
    throw new Refusal('conflict', `There is a scan named ${repeated(name)} already. Choose another name.`)
}
