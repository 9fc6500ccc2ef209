import type { RadarMappingRequest } from '../../contract/imports.ts'
import { type ForeignRadar, type RadarTool, toolNames } from './radar.ts'

/** What a radar's parts are here, as somebody has said: by name of quadrant and of ring. */
export type RadarMapping = RadarMappingRequest

/** Columns of technologies, by their names in the programming interface. */
export const blipColumns = [
  'name',
  'description',
  'category',
  'specialisms',
  'readiness',
  'readinessOn',
  'evidenceKind',
  'evidenceText',
  'sourceTitle',
  'sourcePublisher',
  'sourceUrl',
  'sourceType',
  'retrievedOn',
] as const

/**
 * A radar's entries as rows of technologies, each with the radar as its evidence: no date is shown there, so the day stands on which it was
 * retrieved. `plainText` takes the markup off a description. Without a mapping, what it would say is missing.
 */
export function blipRows(
  radar: ForeignRadar,
  mapping: RadarMapping | null,
  today: string,
  plainText: (html: string) => string,
): string[][] {
  const quadrants = new Map(mapping?.quadrants.map((one) => [one.name, one]))
  const rings = new Map(mapping?.rings.map((one) => [one.name, one.readiness]))
  return radar.blips.map(({ name, quadrant, ring, description }) => {
    const title = plainText(name).replace(/\s+/g, ' ')
    const mapped = quadrants.get(quadrant)
    const specialisms = mapped?.specialisms.length ? mapped.specialisms : (mapping?.specialisms ?? [])
    const readiness = rings.get(ring) ?? null
    const row: Record<(typeof blipColumns)[number], string> = {
      name: title,
      description: plainText(unescaped(description, radar.tool)) || title,
      category: mapped?.category ?? '',
      specialisms: specialisms.join('; '),
      readiness: readiness === null ? '' : String(readiness),
      readinessOn: readiness === null ? '' : today,
      evidenceKind: 'projection',
      evidenceText: `Stands in the ring “${ring}” and the quadrant “${quadrant}” of this radar (${toolNames[radar.tool]}).`,
      sourceTitle: mapping?.source.title ?? '',
      sourcePublisher: mapping?.source.publisher || (mapping?.source.title ?? ''),
      sourceUrl: mapping?.source.webAddress ?? '',
      sourceType: 'secondary',
      retrievedOn: today,
    }
    return blipColumns.map((column) => row[column])
  })
}

/** Markdown writes signs that mean something with a backslash before them. */
function unescaped(description: string, tool: RadarTool): string {
  return tool === 'backstage' ? description.replace(/\\([\\`*_{}[\]<>#|!~().+-])/g, '$1') : description
}
