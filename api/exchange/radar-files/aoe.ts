import { escapeXml } from '../../radar/svg-text.ts'
import type { Movement, RadarSource } from './source.ts'

/** Slices that the form holds: it knows the angles of four. */
export const aoeSlices = 4

const flags = { new: 'new', nearer: 'changed', further: 'changed', same: 'default' } as const
const flagOf = (movement: Movement) => (movement === null ? 'default' : flags[movement])

const size = 800
/** Where a slice begins, in degrees clockwise from twelve o'clock. */
const startAngles = [270, 0, 180, 90]
const paddings = { ring: 15, angle: 10 }
const colours = ['#005eb8', '#007f3b', '#7c2855', '#ae2573']
const ringColours = ['#007f3b', '#005eb8', '#7c2855', '#4c6272']

/**
 * The form of AOEpeople/aoe_technology_radar 4 (`data/data.json` as `scripts/buildData.ts` writes it, shapes in `src/lib/types.ts`):
 * releases, tags and items with a place on a picture of 800 pixels. Rings and slices stand in that program's `config.json`; so that
 * they can be copied there, they come along under the same names. That program rolls dice for the places; here they follow from the order.
 */
export function aoeRadar(source: RadarSource) {
  const release = source.publishedOn ?? 'draft'
  const rings = source.rings.map((title, i) => ({
    id: ringId(i),
    title,
    description: '',
    color: ringColours[i % ringColours.length]!,
    radius: Math.sqrt((i + 1) / source.rings.length),
    strokeWidth: 2,
  }))
  const spot = spots(source, rings)
  return {
    title: source.title,
    notice: source.notice,
    quadrants: source.slices.map(({ id, name }, i) => ({ id, title: name, description: name, color: colours[i]! })),
    rings,
    releases: [release],
    tags: [],
    items: source.blips.map((blip, i) => ({
      id: blip.slug,
      release,
      title: blip.name,
      ring: ringId(blip.ring),
      quadrant: source.slices[blip.slice]!.id,
      body: `<p>${escapeXml(blip.text)}</p>`,
      featured: true,
      flag: flagOf(blip.movement),
      tags: [],
      revisions: [{ release, ring: ringId(blip.ring), body: `<p>${escapeXml(blip.text)}</p>` }],
      position: spot(i),
    })),
  }
}

const ringId = (ring: number) => `ring-${ring + 1}`

/** Within its ring and slice a blip stands at the next of evenly spread spots: rows outwards, angles by the golden section. */
function spots({ blips }: RadarSource, rings: readonly { radius: number }[]): (index: number) => [number, number] {
  const held = new Map<string, number>()
  const keyOf = ({ ring, slice }: { ring: number; slice: number }) => `${ring} ${slice}`
  const totals = new Map<string, number>()
  for (const blip of blips) totals.set(keyOf(blip), (totals.get(keyOf(blip)) ?? 0) + 1)
  return (index) => {
    const blip = blips[index]!
    const nth = held.get(keyOf(blip)) ?? 0
    held.set(keyOf(blip), nth + 1)
    const outer = rings[blip.ring]!.radius * (size / 2) - paddings.ring
    const inner = (rings[blip.ring - 1]?.radius ?? 0) * (size / 2) + paddings.ring
    const radius = Math.sqrt(inner ** 2 + ((nth + 0.5) / totals.get(keyOf(blip))!) * (outer ** 2 - inner ** 2))
    const share = ((nth + 1) * 0.618034) % 1
    const angle = startAngles[blip.slice]! + paddings.angle + share * (90 - 2 * paddings.angle)
    const radians = ((angle - 90) * Math.PI) / 180
    return [Math.round(size / 2 + radius * Math.cos(radians)), Math.round(size / 2 + radius * Math.sin(radians))]
  }
}
