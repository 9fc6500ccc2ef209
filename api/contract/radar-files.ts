import { z } from './z.ts'

/** What Thoughtworks’ “Build your own radar” reads. */
export const ThoughtworksRadar = z
  .array(
    z.strictObject({
      name: z.string(),
      ring: z.string(),
      quadrant: z.string(),
      isNew: z.enum(['TRUE', 'FALSE']),
      status: z.enum(['New', 'Moved In', 'Moved Out', 'No Change']),
      description: z.string(),
    }),
  )
  .openapi('ThoughtworksRadar')

const revision = { release: z.string(), ring: z.string(), body: z.string() }

/** What the AOE Technology Radar keeps as `data.json`; quadrants and rings are for its `config.json`. */
export const AoeRadar = z
  .strictObject({
    title: z.string(),
    notice: z.string(),
    quadrants: z.array(
      z.strictObject({ id: z.string(), title: z.string(), description: z.string(), color: z.string() }),
    ),
    rings: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        description: z.string(),
        color: z.string(),
        radius: z.number(),
        strokeWidth: z.number(),
      }),
    ),
    releases: z.array(z.string()),
    tags: z.array(z.string()),
    items: z.array(
      z.strictObject({
        ...revision,
        id: z.string(),
        title: z.string(),
        quadrant: z.string(),
        featured: z.boolean(),
        flag: z.enum(['new', 'changed', 'default']),
        tags: z.array(z.string()),
        revisions: z.array(z.strictObject(revision)),
        position: z.array(z.number()).length(2),
      }),
    ),
  })
  .openapi('AoeRadar')

/** What Backstage’s Tech Radar loads. */
export const BackstageRadar = z
  .strictObject({
    quadrants: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    rings: z.array(z.strictObject({ id: z.string(), name: z.string(), color: z.string(), description: z.string() })),
    entries: z.array(
      z.strictObject({
        key: z.string(),
        id: z.string(),
        quadrant: z.string(),
        title: z.string(),
        description: z.string(),
        timeline: z.array(z.strictObject({ date: z.string(), ringId: z.string(), moved: z.int() })),
      }),
    ),
  })
  .openapi('BackstageRadar')
