import type { Database } from '../../db/open.ts'
import { namesOfPanel, panelOf } from '../../db/panels.ts'
import { roundsOf } from '../../db/rounds.ts'
import { heldSpecialisms } from '../../db/scans.ts'
import type { Panel } from '../contract/panel.ts'
import type { ProgressOf } from '../ratings/progress.ts'
import { itemsAsked } from '../rounds/items-asked.ts'
import { getScan } from '../scans/commands.ts'

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
