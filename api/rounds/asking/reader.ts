import { notesOf } from '../../../db/discussion-notes.ts'
import type { Database } from '../../../db/open.ts'
import { pairsOf, reasonsOf, type TechnologyToAsk, technologiesToAsk } from '../../../db/pairs.ts'
import { type PanelSeat, panelOf } from '../../../db/panels.ts'
import { heldSpecialisms } from '../../../db/scans.ts'
import { sharesOf } from '../../../db/shares.ts'
import type { AskedTechnologies } from '../../contract/rounds.ts'
import { alphabetOf } from '../../ranking/order.ts'
import { getRound } from '../commands.ts'

/** What a round asks, by name: of which specialisms, why, and of how many different people. */
export async function readAskedTechnologies(db: Database, id: string): Promise<AskedTechnologies> {
  const round = await getRound(db, id)
  const asked = new Map<string, string[]>()
  for (const { technology, specialism } of await pairsOf(db, id))
    asked.set(technology, [...(asked.get(technology) ?? []), specialism])
  const technologies = await technologiesToAsk(db, { references: [...asked.keys()] })
  const specialisms = await heldSpecialisms(db, round.scan)
  const reasons = await reasonsOf(db, id)
  const noted = new Set((await notesOf(db, [id])).filter(({ text }) => text !== '').map(({ technology }) => technology))
  const panel = await panelOf(db, round.scan)
  const people = round.shared ? peopleByShare(await sharesOf(db, id), panel) : null
  const byId = new Map(technologies.map(({ id, slug, name }) => [id, { slug, name }]))
  const items = technologies.map(({ id, slug, name, partOf }: TechnologyToAsk) => {
    const of = new Set(asked.get(id))
    return {
      technology: { id, slug, name },
      specialisms: specialisms.filter((one) => of.has(one.id)).map((one) => ({ slug: one.slug, name: one.name })),
      why: reasons.get(id) ?? (['asked'] as const).slice(),
      panellists: people
        ? (people.get(id)?.size ?? 0)
        : panel.filter((seat) => seat.specialisms.some((s) => of.has(s))).length,
      noted: noted.has(id),
      partOf: (partOf && byId.get(partOf)) || null,
    }
  })
  const key = ({ technology }: { technology: { name: string } }) => alphabetOf(technology.name)
  items.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return { items, total: items.length }
}

function peopleByShare(shares: readonly { panellist: string; technology: string }[], panel: readonly PanelSeat[]) {
  const present = new Set(panel.map(({ id }) => id))
  const people = new Map<string, Set<string>>()
  for (const { panellist, technology } of shares)
    if (present.has(panellist)) people.set(technology, (people.get(technology) ?? new Set()).add(panellist))
  return people
}
