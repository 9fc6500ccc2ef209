import type { Import, RadarMappingRequest } from '../../api/contract/imports.ts'

type Radar = NonNullable<Import['radar']>

/** The fields of the page on which a radar is mapped; quadrants and rings in the order of the radar. */
export interface MappingFields {
  quadrants: { category: string; specialisms: string[] }[]
  rings: { readiness: string }[]
  specialisms: string[]
  title: string
  publisher: string
  webAddress: string
}

/** As it was mapped before; otherwise empty, but for a title that the file holds. */
export function startOfMapping({ quadrants, rings, title, mapping }: Radar): MappingFields {
  const quadrant = new Map(mapping?.quadrants.map((one) => [one.name, one]))
  const ring = new Map(mapping?.rings.map((one) => [one.name, one.readiness]))
  return {
    quadrants: quadrants.map(({ name }) => ({
      category: quadrant.get(name)?.category ?? '',
      specialisms: quadrant.get(name)?.specialisms ?? [],
    })),
    rings: rings.map(({ name }) => ({ readiness: String(ring.get(name) ?? '') })),
    specialisms: mapping?.specialisms ?? [],
    title: mapping?.source.title ?? title,
    publisher: mapping?.source.publisher ?? '',
    webAddress: mapping?.source.webAddress ?? '',
  }
}

export function mappingRequest({ quadrants, rings }: Radar, fields: MappingFields): RadarMappingRequest {
  return {
    quadrants: quadrants.map(({ name }, i) => ({
      name,
      category: fields.quadrants[i]!.category,
      specialisms: fields.quadrants[i]!.specialisms || [],
    })),
    rings: rings.map(({ name }, i) => ({ name, readiness: Number(fields.rings[i]!.readiness) || null })),
    specialisms: fields.specialisms || [],
    source: { title: fields.title, publisher: fields.publisher, webAddress: fields.webAddress.trim() || null },
  }
}

export const mappingPointers = {
  '/source/title': 'title',
  '/source/publisher': 'publisher',
  '/source/webAddress': 'webAddress',
}
