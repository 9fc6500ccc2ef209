import type { Movement, RadarSource } from './source.ts'

const colours = ['#007f3b', '#005eb8', '#7c2855', '#4c6272']
const moves = { new: 0, nearer: 1, further: -1, same: 0 } as const
const moveOf = (movement: Movement) => (movement === null ? 0 : moves[movement])

/**
 * The form of Backstage's tech-radar (backstage/community-plugins, `workspaces/tech-radar/plugins/tech-radar-common/src/schema.ts`,
 * `TechRadarLoaderResponse`): any number of quadrants, rings with a colour, entries whose timeline says in which ring they are and whether they
 * moved in (1) or out (-1). What it is and is not has its room in the rings' descriptions.
 */
export function backstageRadar({ slices, rings, blips, notice, publishedOn }: RadarSource, asOf: string) {
  return {
    quadrants: slices.map(({ id, name }) => ({ id, name })),
    rings: rings.map((name, i) => ({
      id: ringId(i),
      name,
      color: colours[i % colours.length]!,
      description: notice,
    })),
    entries: blips.map(({ slug, name, slice, ring, movement, text }) => ({
      key: slug,
      id: slug,
      quadrant: slices[slice]!.id,
      title: name,
      description: markdownText(text),
      timeline: [{ date: `${publishedOn ?? asOf}T00:00:00.000Z`, ringId: ringId(ring), moved: moveOf(movement) }],
    })),
  }
}

const ringId = (ring: number) => `ring-${ring + 1}`

/** Descriptions are Markdown there: signs that would mean something are escaped. */
const markdownText = (text: string) => text.replace(/[\\`*_{}[\]<>#|!~]/g, (sign) => `\\${sign}`)
