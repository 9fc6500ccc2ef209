import { methodOf } from '../../db/methods.ts'
import { namesOfAccounts } from '../../db/next-scan.ts'
import type { Database } from '../../db/open.ts'
import { type PanelSeat, panelOf } from '../../db/panels.ts'
import { roundsOf } from '../../db/rounds.ts'
import {
  findScan,
  type HeldSpecialism,
  heldSpecialisms,
  type ScanHead,
  scans,
  technologyCounts,
} from '../../db/scans.ts'
import { registryState } from '../../db/state.ts'
import { milestoneGaps } from '../../db/statement.ts'
import { specialisms as taxonomy } from '../../db/taxonomy.ts'
import type { Round } from '../contract/rounds.ts'
import type { CreatedScan, Scan, ScanSummary } from '../contract/scans.ts'
import type { ProgressOf } from '../ratings/progress.ts'
import { Refusal, repeated } from '../refusal.ts'
import { withCounts } from '../rounds/reader.ts'
import { type CreatedScan as Created, getScan } from './commands.ts'
import { bandsOf } from './method.ts'
import { type Overlap, overlapsAmong } from './overlaps.ts'
import { isVisible, type ScanScope } from './scope.ts'

export async function listScans(db: Database, scope: ScanScope): Promise<ScanSummary[]> {
  const { demonstration } = await registryState(db)
  const technologies = await technologyCounts(db)
  const visible = (await scans(db)).filter((scan) => isVisible(scan, scope))
  return Promise.all(
    visible.map(async (scan) => ({
      ...headOf(scan, demonstration),
      rounds: (await roundsOf(db, scan.id)).length,
      technologies: technologies.get(scan.id) ?? 0,
    })),
  )
}

/** A scan with its method, specialisms and rounds: counts only, nothing of what was answered. */
export async function readScan(
  db: Database,
  progressOf: ProgressOf,
  reference: string,
  scope: ScanScope,
): Promise<Scan> {
  const scan = await getVisibleScan(db, reference, scope)
  const { demonstration } = await registryState(db)
  const { version, method, approval } = await methodOf(db, scan.id)
  const specialisms = await heldSpecialisms(db, scan.id)
  const panel = await panelOf(db, scan.id)
  const groupings = new Map(specialisms.map(({ grouping }) => [grouping.slug, grouping.name]))
  return {
    ...headOf(scan, demonstration),
    horizonYears: scan.horizonYears,
    timeZone: scan.timeZone,
    previous: await previousOf(db, scan, scope),
    method: { ...method, bandEnds: [...method.bandEnds] },
    methodVersion: version,
    approval,
    bands: bandsOf(method, { startYear: scan.startYear, years: scan.horizonYears }),
    groupings: [...groupings].map(([slug, name]) => ({ slug, name })),
    specialisms: specialisms.map(({ id, slug, name, grouping }) => ({
      slug,
      name,
      grouping: grouping.slug,
      panellists: panel.filter((seat) => seat.specialisms.includes(id)).length,
    })),
    overlaps: await overlapsIn(db, specialisms),
    technologies: (await technologyCounts(db)).get(scan.id) ?? 0,
    milestones: await milestoneGaps(db, scan),
    panellists: panel.length,
    rounds: await roundsWithCounts(db, progressOf, scan.id, panel),
  }
}

/** A scan that was just created, with what it did not take over from the one it was started from. */
export async function readCreatedScan(db: Database, progressOf: ProgressOf, created: Created): Promise<CreatedScan> {
  const { leftBehind } = created
  const scan = await readScan(db, progressOf, created.id, 'all')
  if (!leftBehind) return { ...scan, notTakenOver: null }
  const accounts = leftBehind.people.map(({ account }) => account)
  const names = await namesOfAccounts(db, accounts)
  const people = leftBehind.people.map(({ account, why }) => ({ name: names.get(account)!, why }))
  return { ...scan, notTakenOver: { ...leftBehind, people } }
}

/** A scan's rounds, a pilot first, each with its counts. */
export async function roundsWithCounts(
  db: Database,
  progressOf: ProgressOf,
  scan: string,
  panel: readonly PanelSeat[],
): Promise<Round[]> {
  const rounds = await roundsOf(db, scan)
  return Promise.all(rounds.map(async (round) => withCounts(round, panel, await progressOf(round.id))))
}

/** The scan it was started from, where the reader may see that one too. */
async function previousOf(db: Database, scan: ScanHead, scope: ScanScope): Promise<Scan['previous']> {
  const previous = scan.previous && (await findScan(db, scan.previous))
  return previous && isVisible(previous, scope) ? { slug: previous.slug, name: previous.name } : null
}

async function overlapsIn(db: Database, held: readonly HeldSpecialism[]): Promise<Overlap[]> {
  const overlaps = new Map((await taxonomy(db)).map((one) => [one.id, one.overlapsWith]))
  return overlapsAmong(held.map(({ id, slug }) => ({ slug, overlapsWith: overlaps.get(id) ?? [] })))
}

export async function getVisibleScan(db: Database, reference: string, scope: ScanScope): Promise<ScanHead> {
  const scan = await getScan(db, reference)
  if (!isVisible(scan, scope)) throw new Refusal('not-found', `There is no scan ${repeated(reference)}.`)
  return scan
}

function headOf(scan: ScanHead, demonstration: boolean) {
  const { id, slug, name, startYear, boardSeesDraft, frozenAt, version } = scan
  return {
    id,
    slug,
    name,
    startYear,
    endYear: startYear + scan.horizonYears,
    boardSeesDraft,
    demonstration,
    frozenAt,
    version,
  }
}
