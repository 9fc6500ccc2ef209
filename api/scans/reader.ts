import type { Database } from '../../db/open.ts'
import { namesOfPanel, type PanelSeat, panelOf } from '../../db/panels.ts'
import { type RoundHead, roundsOf } from '../../db/rounds.ts'
import { heldSpecialisms, methodOf, type ScanHead, scans, technologyCounts } from '../../db/scans.ts'
import { registryState } from '../../db/state.ts'
import type { Panel, Round, Scan, ScanSummary } from '../contract/scans.ts'
import type { ProgressOf, RoundProgress } from '../ratings/progress.ts'
import { Refusal, repeated } from '../refusal.ts'
import { getRound, getScan, noRound } from './commands.ts'
import { bandsOf } from './method.ts'

/** Which scans a reader may see: all, or those whose working draft the board may see. */
export type ScanScope = 'all' | 'drafts'

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

export async function readRound(db: Database, progressOf: ProgressOf, id: string, scope: ScanScope): Promise<Round> {
  const round = await getRound(db, id)
  if (!isVisible(await getScan(db, round.scan), scope)) throw noRound(id)
  return withCounts(round, await panelOf(db, round.scan), await progressOf(id))
}

/** How many people answer for any of these specialisms: somebody with two seats is one. */
export async function countPeopleFor(db: Database, scan: string, specialisms: readonly { id: string }[]) {
  const panel = await panelOf(db, scan)
  return panel.filter((seat) => specialisms.some(({ id }) => seat.specialisms.includes(id))).length
}

/** Everybody on the panel by name, with how much each has answered in the current round: for the scan team. */
export async function readPanel(db: Database, progressOf: ProgressOf, reference: string): Promise<Panel> {
  const scan = await getScan(db, reference)
  const panel = await panelOf(db, scan.id)
  const names = await namesOfPanel(db, scan.id)
  const specialisms = new Map((await heldSpecialisms(db, scan.id)).map((one) => [one.id, one.slug]))
  const round = (await roundsOf(db, scan.id)).at(-1)
  const progress = round && (await progressOf(round.id))
  const items = panel.map((seat) => ({
    id: seat.id,
    name: names.get(seat.id)!.name,
    email: names.get(seat.id)!.email,
    specialisms: seat.specialisms.flatMap((id) => specialisms.get(id) ?? []),
    asked: progress ? itemsAsked(seat, progress) : 0,
    answered: progress?.answered.get(seat.id) ?? 0,
  }))
  items.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
  return { round: round?.number ?? null, items, total: items.length }
}

async function getVisibleScan(db: Database, reference: string, scope: ScanScope): Promise<ScanHead> {
  const scan = await getScan(db, reference)
  if (!isVisible(scan, scope)) throw new Refusal('not-found', `There is no scan ${repeated(reference)}.`)
  return scan
}

function isVisible(scan: ScanHead, scope: ScanScope): boolean {
  return scope === 'all' || scan.boardSeesDraft
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

function withCounts(round: RoundHead, panel: readonly PanelSeat[], progress: RoundProgress): Round {
  const { technologies, bySpecialism, answered } = progress
  const asked = panel.map((seat) => ({ items: itemsAsked(seat, progress), done: answered.get(seat.id) ?? 0 }))
  const invited = asked.filter(({ items }) => items > 0)
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0)
  return {
    ...round,
    technologies,
    pairs: sum(bySpecialism.values()),
    asked: sum(asked.map(({ items }) => items)),
    answered: sum(answered.values()),
    invited: invited.length,
    started: invited.filter(({ done }) => done > 0).length,
    finished: invited.filter(({ items, done }) => done >= items).length,
  }
}

function itemsAsked(seat: PanelSeat, { bySpecialism }: RoundProgress): number {
  return seat.specialisms.reduce((total, specialism) => total + (bySpecialism.get(specialism) ?? 0), 0)
}
