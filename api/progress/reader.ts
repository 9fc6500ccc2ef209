import type { Database } from '../../db/open.ts'
import { namesOfPanel, panelOf } from '../../db/panels.ts'
import { heldSpecialisms } from '../../db/scans.ts'
import { sharesBySpecialism } from '../../db/shares.ts'
import type { RoundProgress, UnfinishedPanellist } from '../contract/progress.ts'
import type { ProgressOf } from '../ratings/progress.ts'
import { getRound, noRound } from '../rounds/commands.ts'
import { getScan } from '../scans/commands.ts'
import { isVisible, type ScanScope } from '../scans/scope.ts'
import { countsIn, type SeatProgress, seatsProgress } from './by-specialism.ts'

/** How far a round has come, by specialism; `withNames` adds who has not finished. Panel members who left are not asked. */
export async function readRoundProgress(
  db: Database,
  progressOf: ProgressOf,
  id: string,
  { scope, withNames }: { scope: ScanScope; withNames: boolean },
): Promise<RoundProgress> {
  const round = await getRound(db, id)
  const scan = await getScan(db, round.scan)
  if (!isVisible(scan, scope)) throw noRound(id)
  const panel = await panelOf(db, scan.id)
  const shares = round.shared ? await sharesBySpecialism(db, round.id) : null
  const seats = seatsProgress(panel, await progressOf(round.id), shares)
  const specialisms = await heldSpecialisms(db, scan.id)
  const slugs = new Map(specialisms.map((one) => [one.id, one.slug]))
  return {
    round: round.id,
    scan: scan.slug,
    number: round.number,
    state: round.state,
    specialisms: specialisms.map(({ id, slug, name, grouping }) => ({
      slug,
      name,
      grouping: grouping.slug,
      ...countsIn(id, seats),
    })),
    unfinished: withNames ? await unfinishedOf(db, scan.id, seats, slugs) : null,
  }
}

/** By name, those with answers still to give. */
async function unfinishedOf(
  db: Database,
  scan: string,
  seats: readonly SeatProgress[],
  slugs: ReadonlyMap<string, string>,
): Promise<UnfinishedPanellist[]> {
  const names = await namesOfPanel(db, scan)
  const unfinished = seats.filter(({ asked, answered }) => answered < asked)
  const people = unfinished.map(({ id, asked, answered, parts }) => ({
    id,
    name: names.get(id)!.name,
    email: names.get(id)!.email,
    asked,
    answered,
    specialisms: parts
      .filter((part) => part.answered < part.asked)
      .map((part) => ({ slug: slugs.get(part.specialism)!, asked: part.asked, answered: part.answered })),
  }))
  return people.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
}
