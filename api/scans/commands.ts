import { accountsWithRole } from '../../db/accounts.ts'
import { newId } from '../../db/ids.ts'
import type { Database, Registry } from '../../db/open.ts'
import { addPanelRows, findPanellist, insertPanellist, panelOf } from '../../db/panels.ts'
import {
  addPairs,
  copyPairs,
  countPairs,
  findRound,
  insertRound,
  markClosed,
  markOpened,
  type RoundHead,
  roundsOf,
  technologiesOf,
} from '../../db/rounds.ts'
import {
  enterIntoScan,
  findScan,
  freezeScan,
  type HeldSpecialism,
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
import type {
  AskRequest,
  ChangeScanRequest,
  CreateScanRequest,
  InvitePanellistRequest,
  PrepareRoundRequest,
} from '../contract/scans.ts'
import { ensureSeen, type Precondition } from '../precondition.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import { getTechnology } from '../technologies/commands.ts'
import { slugOf } from '../technologies/slug.ts'
import { defaultMethod, problemsOfMethod } from './method.ts'

const horizonYears = 10
const mostRounds = 50

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

/** Puts an account with the role lead on a scan's panel for some specialisms. Returns the panellist's id. */
export async function invitePanellist(
  registry: Registry,
  reference: string,
  request: InvitePanellistRequest,
  by: By,
): Promise<string> {
  return perform(registry, by, async (trx, record) => {
    const scan = await getScan(trx, reference)
    const leads = await accountsWithRole(trx, 'lead')
    if (!leads.some((lead) => lead.id === request.account))
      throw invalid('/account', `There is no account of a specialism lead ${repeated(request.account)}.`)
    const specialisms = await specialismsOfScan(trx, scan, request.specialisms)
    const known = await findPanellist(trx, scan.id, request.account)
    const panellist = known ?? newId()
    if (!known) await insertPanellist(trx, panellist, scan.id, request.account, by.at)
    const ids = specialisms.map((specialism) => specialism.id)
    await addPanelRows(trx, panellist, ids)
    record({ action: 'panel.invite', objectKind: 'panellist', objectId: panellist, details: { specialisms: ids } })
    return panellist
  })
}

/** Prepares the next round of a scan; it asks what the last one asked, or a part. Refuses while one is not closed. */
export async function prepareRound(
  registry: Registry,
  reference: string,
  request: PrepareRoundRequest,
  by: By,
): Promise<RoundHead> {
  return perform(registry, by, async (trx, record) => {
    const scan = await getScan(trx, reference)
    const last = (await roundsOf(trx, scan.id)).at(-1)
    if (last && last.state !== 'closed')
      throw new Refusal('conflict', `Round ${last.number} is ${last.state}. Close it before you prepare another.`)
    if (last?.number === mostRounds)
      throw new Refusal('conflict', `A scan has at most ${mostRounds} rounds. Create a scan for the next cycle.`)
    const { technologies, ...asked } = request
    const round = { id: newId(), scan: scan.id, number: (last?.number ?? 0) + 1, ...asked }
    const again = technologies && (await technologiesAskedBefore(trx, last, technologies))
    await insertRound(trx, round)
    if (last) await copyPairs(trx, last.id, round.id, again)
    record({ action: 'round.prepare', objectKind: 'round', objectId: round.id, details: { after: round, again } })
    return getRound(trx, round.id)
  })
}

export interface Asked {
  round: RoundHead
  added: number
  specialisms: HeldSpecialism[]
}

/** Asks about a technology in a round that is not closed; it enters the scan with that, as it is at this moment. */
export async function askInRound(registry: Registry, roundId: string, request: AskRequest, by: By): Promise<Asked> {
  return perform(registry, by, async (trx, record) => {
    const round = await getRound(trx, roundId)
    if (round.state === 'closed')
      throw new Refusal('conflict', `Round ${round.number} is closed. Ask about it in the next round.`)
    const technology = await getTechnology(trx, request.technology)
    if (technology.archived) throw new Refusal('conflict', `${technology.name} is archived. Bring it back first.`)
    const scan = await getScan(trx, round.scan)
    const specialisms = request.specialisms
      ? await specialismsOfScan(trx, scan, request.specialisms)
      : await affectedInScan(trx, scan, technology)
    const ids = specialisms.map((specialism) => specialism.id)
    await enterIntoScan(trx, scan.id, [technology.id], by.at)
    const added = await addPairs(trx, round.id, technology.id, ids)
    const details = { technology: technology.id, specialisms: ids }
    record({ action: 'round.ask', objectKind: 'round', objectId: round.id, details })
    return { round, added, specialisms }
  })
}

/** Opens a prepared round. The first to open freezes the scan. */
export async function openRound(registry: Registry, id: string, seen: Precondition, by: By): Promise<RoundHead> {
  return perform(registry, by, async (trx, record) => {
    const round = await getRound(trx, id)
    ensureSeen(seen, round)
    if (round.state !== 'prepared') throw new Refusal('conflict', `Round ${round.number} is ${round.state} already.`)
    const { technologies } = await countPairs(trx, round.id)
    if (technologies === 0)
      throw new Refusal('conflict', `Round ${round.number} asks nothing yet. Ask about a technology first.`)
    const scan = await getScan(trx, round.scan)
    if ((await panelOf(trx, scan.id)).length === 0)
      throw new Refusal('conflict', 'Nobody is on the panel yet. Add panel members first.')
    if (!scan.frozenAt) await freezeScan(trx, scan.id, by.at)
    await markOpened(trx, round.id, by.at)
    record({ action: 'round.open', objectKind: 'round', objectId: round.id, details: { technologies } })
    return getRound(trx, round.id)
  })
}

/** Closes an open round: its answers count from now on, and can no longer be changed. */
export async function closeRound(registry: Registry, id: string, seen: Precondition, by: By): Promise<RoundHead> {
  return perform(registry, by, async (trx, record) => {
    const round = await getRound(trx, id)
    ensureSeen(seen, round)
    if (round.state !== 'open')
      throw new Refusal('conflict', `Round ${round.number} is ${round.state}, so it cannot be closed.`)
    await markClosed(trx, round.id, by.at)
    record({ action: 'round.close', objectKind: 'round', objectId: round.id, details: {} })
    return getRound(trx, round.id)
  })
}

export async function getScan(db: Database, reference: string): Promise<ScanHead> {
  const scan = await findScan(db, reference)
  if (!scan) throw new Refusal('not-found', `There is no scan ${repeated(reference)}.`)
  return scan
}

export async function getRound(db: Database, id: string): Promise<RoundHead> {
  const round = await findRound(db, id)
  if (!round) throw noRound(id)
  return round
}

/** Said of a round of a scan that is not for the reader, too: nothing tells the two apart. */
export function noRound(id: string): Refusal {
  return new Refusal('not-found', `There is no round ${repeated(id)}.`)
}

/** Their ids; refuses one that the last round did not ask about. */
async function technologiesAskedBefore(trx: Database, last: RoundHead | undefined, references: readonly string[]) {
  const asked = last ? await technologiesOf(trx, last.id) : []
  const ids = new Map(asked.flatMap(({ id, slug }) => [[id, id] as const, [slug, id] as const]))
  return references.map((reference, i) => {
    const id = ids.get(reference)
    if (!id) throw invalid(`/technologies/${i}`, `The last round did not ask about ${repeated(reference)}.`)
    return id
  })
}

async function knownSpecialisms(trx: Database, references: readonly string[]): Promise<string[]> {
  const ids = await idsOfSpecialisms(trx, references)
  const unknown = ids.indexOf(null)
  if (unknown >= 0) throw invalid(`/specialisms/${unknown}`, `There is no specialism ${repeated(references[unknown])}.`)
  return [...new Set(ids as string[])]
}

/** The scan's specialisms with these ids or slugs. */
async function specialismsOfScan(trx: Database, scan: ScanHead, references: readonly string[]) {
  const held = await heldSpecialisms(trx, scan.id)
  return references.map((reference, i) => {
    const specialism = held.find((one) => one.slug === reference || one.id === reference)
    if (!specialism)
      throw invalid(`/specialisms/${i}`, `${scan.name} does not hold the specialism ${repeated(reference)}.`)
    return specialism
  })
}

async function affectedInScan(
  trx: Database,
  scan: ScanHead,
  technology: { name: string; specialisms: { slug: string }[] },
) {
  const affected = new Set(technology.specialisms.map((specialism) => specialism.slug))
  const inScan = (await heldSpecialisms(trx, scan.id)).filter((specialism) => affected.has(specialism.slug))
  if (inScan.length === 0)
    throw invalid(
      '/technology',
      `${technology.name} may affect no specialism of ${scan.name}. Choose specialisms for it.`,
    )
  return inScan
}
