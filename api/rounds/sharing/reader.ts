import type { Database } from '../../../db/open.ts'
import { namesOfPanel, panelOf } from '../../../db/panels.ts'
import { heldSpecialisms } from '../../../db/scans.ts'
import type { Workload } from '../../contract/rounds.ts'
import { getRound } from '../commands.ts'
import { loadsIn } from '../limit/reader.ts'
import { countIn, longMinutes, minutesAnItem, mostMinutes } from '../workload.ts'

/** How many minutes everybody will need in a round, by name, most first; who is asked nothing is left out. */
export async function readWorkload(db: Database, id: string): Promise<Workload> {
  const round = await getRound(db, id)
  const loads = await loadsIn(db, round)
  const names = await namesOfPanel(db, round.scan)
  const slugs = new Map((await heldSpecialisms(db, round.scan)).map((one) => [one.id, one.slug]))
  const items = (await panelOf(db, round.scan)).map((seat) => ({
    panellist: seat.id,
    name: names.get(seat.id)?.name ?? '',
    specialisms: seat.specialisms.flatMap((id) => slugs.get(id) ?? []),
    ...loads.get(seat.id)!,
  }))
  const asked = items.filter((one) => one.items > 0)
  asked.sort((a, b) => b.minutes - a.minutes || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  return {
    minutesAnItem: round.asksYears ? minutesAnItem.years : minutesAnItem.bands,
    longMinutes,
    mostMinutes,
    long: countIn(loads, 'long'),
    tooLong: countIn(loads, 'too-long'),
    items: asked,
    total: asked.length,
  }
}
