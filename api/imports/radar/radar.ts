/** A radar of another tool, as far as they share it. */
export interface ForeignRadar {
  tool: RadarTool
  /** As the file calls itself; empty where it does not. */
  title: string
  /** Names, in the order of the file. */
  quadrants: string[]
  rings: string[]
  blips: ForeignBlip[]
}

export interface ForeignBlip {
  name: string
  quadrant: string
  ring: string
  /** As it stands in the file: HTML, or Markdown. */
  description: string
}

/** A radar's parts, each with how many entries it holds. */
export interface FoundRadar {
  tool: RadarTool
  title: string
  quadrants: { name: string; entries: number }[]
  rings: { name: string; entries: number }[]
}

export const radarTools = ['thoughtworks', 'aoe', 'backstage'] as const
export type RadarTool = (typeof radarTools)[number]

export const toolNames: Record<RadarTool, string> = {
  thoughtworks: 'Thoughtworks “Build your own radar”',
  aoe: 'AOE Technology Radar',
  backstage: 'Backstage Tech Radar',
}

/** More blips, quadrants or rings are no radar that anybody can look at. */
export const mostBlips = 5_000
export const mostParts = 60

/** The radar with its quadrants and rings as they come in its blips, after those that it names itself. */
export function radarOf(
  tool: RadarTool,
  title: string,
  blips: ForeignBlip[],
  named: { quadrants: readonly string[]; rings: readonly string[] } = { quadrants: [], rings: [] },
): ForeignRadar | string {
  const used = {
    quadrants: new Set(blips.map(({ quadrant }) => quadrant)),
    rings: new Set(blips.map(({ ring }) => ring)),
  }
  const inOrder = (part: 'quadrants' | 'rings') =>
    [...new Set([...named[part], ...used[part]])].filter((one) => used[part].has(one))
  const radar = { tool, title, quadrants: inOrder('quadrants'), rings: inOrder('rings'), blips }
  if (blips.length === 0) return 'The radar holds no entries.'
  if (blips.length > mostBlips) return `The radar holds ${blips.length} entries; at most ${mostBlips} are taken.`
  if (Math.max(radar.quadrants.length, radar.rings.length) > mostParts)
    return `The radar has more than ${mostParts} quadrants or rings.`
  return radar
}

export function foundIn({ tool, title, quadrants, rings, blips }: ForeignRadar): FoundRadar {
  const counted = (names: readonly string[], part: 'quadrant' | 'ring') =>
    names.map((name) => ({ name, entries: blips.filter((blip) => blip[part] === name).length }))
  return { tool, title, quadrants: counted(quadrants, 'quadrant'), rings: counted(rings, 'ring') }
}
