import type { Database } from '../../db/open.ts'
import { panelOf } from '../../db/panels.ts'
import { roundsOf } from '../../db/rounds.ts'
import { heldSpecialisms, methodOf, type ScanHead, scans, technologyCounts } from '../../db/scans.ts'
import { registryState } from '../../db/state.ts'
import type { Scan, ScanSummary } from '../contract/scans.ts'
import type { ProgressOf } from '../ratings/progress.ts'
import { Refusal, repeated } from '../refusal.ts'
import { withCounts } from '../rounds/reader.ts'
import { getScan } from './commands.ts'
import { bandsOf } from './method.ts'
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
  const { version, method } = await methodOf(db, scan.id)
  const specialisms = await heldSpecialisms(db, scan.id)
  const panel = await panelOf(db, scan.id)
  const groupings = new Map(specialisms.map(({ grouping }) => [grouping.slug, grouping.name]))
  const rounds = await roundsOf(db, scan.id)
  return {
    ...headOf(scan, demonstration),
    timeZone: scan.timeZone,
    method: { ...method, bandEnds: [...method.bandEnds] },
    methodVersion: version,
    bands: bandsOf(method, { startYear: scan.startYear, years: scan.horizonYears }),
    groupings: [...groupings].map(([slug, name]) => ({ slug, name })),
    specialisms: specialisms.map(({ id, slug, name, grouping }) => ({
      slug,
      name,
      grouping: grouping.slug,
      panellists: panel.filter((seat) => seat.specialisms.includes(id)).length,
    })),
    technologies: (await technologyCounts(db)).get(scan.id) ?? 0,
    panellists: panel.length,
    rounds: await Promise.all(rounds.map(async (round) => withCounts(round, panel, await progressOf(round.id)))),
  }
}

async function getVisibleScan(db: Database, reference: string, scope: ScanScope): Promise<ScanHead> {
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
