import { type ForeignBlip, type ForeignRadar, radarOf } from './radar.ts'

/**
 * The radar that a JSON document holds, or a sentence that says why it holds none. Three forms are told apart by what they hold: a list of
 * blips (thoughtworks/build-your-own-radar, README), `items` (AOEpeople/aoe_technology_radar, `src/lib/types.ts`), `entries`
 * with a `timeline` (backstage/community-plugins, `tech-radar-common/src/schema.ts`). Whatever else stands there is passed over.
 */
export function radarInJson(document: unknown): ForeignRadar | string {
  if (Array.isArray(document)) return radarOf('thoughtworks', '', document.map(thoughtworksBlip))
  const { items, entries, quadrants, rings, title } = fieldsOf(document)
  const named = { quadrants: namesOf(quadrants), rings: namesOf(rings) }
  const inWords = { quadrants: [...named.quadrants.values()], rings: [...named.rings.values()] }
  const name = (of: Map<string, string>, id: string) => of.get(id) ?? id
  const readable = ({ quadrant, ring, ...blip }: ForeignBlip) => ({
    ...blip,
    quadrant: name(named.quadrants, quadrant),
    ring: name(named.rings, ring),
  })
  if (Array.isArray(items)) return radarOf('aoe', text(title), items.map(aoeBlip).map(readable), inWords)
  if (Array.isArray(entries))
    return radarOf('backstage', text(title), entries.map(backstageBlip).map(readable), inWords)
  return unknownForm
}

export const unknownForm =
  'This is not a radar file that Offing knows: a list of blips (Thoughtworks), “items” (AOE) or “entries” (Backstage).'

function thoughtworksBlip(blip: unknown): ForeignBlip {
  const { name, ring, quadrant, description } = fieldsOf(blip)
  return { name: text(name), ring: text(ring), quadrant: text(quadrant), description: text(description) }
}

function aoeBlip(item: unknown): ForeignBlip {
  const { id, title, ring, quadrant, body } = fieldsOf(item)
  return { name: text(title) || text(id), ring: text(ring), quadrant: text(quadrant), description: text(body) }
}

/** In the ring of the latest entry of its timeline; where days are the same, the first, as that program takes it. */
function backstageBlip(entry: unknown): ForeignBlip {
  const { title, quadrant, description, timeline } = fieldsOf(entry)
  const steps = (Array.isArray(timeline) ? timeline : []).map(fieldsOf)
  const latest = steps.toSorted((a, b) => (text(a.date) > text(b.date) ? -1 : text(a.date) < text(b.date) ? 1 : 0))[0]
  return {
    name: text(title),
    ring: text(latest?.ringId),
    quadrant: text(quadrant),
    description: text(description) || text(latest?.description),
  }
}

/** Names by id; one that has no name is called by its id. */
function namesOf(parts: unknown): Map<string, string> {
  const all = (Array.isArray(parts) ? parts : []).map(fieldsOf)
  return new Map(all.map(({ id, name, title }) => [text(id), text(name) || text(title) || text(id)]))
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}
