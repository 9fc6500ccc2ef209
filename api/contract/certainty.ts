import { variations } from '../ranking/draw-plan.ts'
import { z } from './z.ts'

export const Varies = z.enum(variations).openapi('Varies')

/**
 * `no-round`: none has closed yet. `few-people`: it is the view of `people` people, without numbers. `too-few`: too few answers to say.
 * `working`: ask again; `progress`, 0 to 1, says how much is done.
 */
export const CertaintyState = z
  .enum(['no-round', 'few-people', 'too-few', 'working', 'ready'])
  .openapi('CertaintyState')

/**
 * With nine chances in ten a technology stands from place `low` to place `high`, as likely above `middle` as below; `topTen` is the chance,
 * 0 to 1, to be among the first ten. Groups are numbered from 1. A place of the ranking itself may lie outside its range.
 */
export const PlaceRange = z
  .strictObject({
    id: z.string(),
    slug: z.string(),
    group: z.int(),
    low: z.int(),
    middle: z.int(),
    high: z.int(),
    topTen: z.number(),
  })
  .openapi('PlaceRange')

/** `draws` and `seed` are null until it is ready. */
const about = {
  scan: z.strictObject({ id: z.string(), slug: z.string(), name: z.string() }),
  round: z.int().nullable(),
  lens: z.strictObject({ kind: z.enum(['all', 'grouping', 'specialism']), slug: z.string(), name: z.string() }),
  people: z.int(),
  state: CertaintyState,
  progress: z.number(),
  varies: Varies,
  draws: z.int().nullable(),
  seed: z.int().nullable(),
  arithmeticVersion: z.int(),
}

/** How sure the places of a ranking are, in the order of the ranking; nothing until it is ready. */
export const Certainty = z
  .strictObject({ ...about, groups: z.int().nullable(), items: z.array(PlaceRange) })
  .openapi('Certainty')

/**
 * How sure one technology's place is. `acceptability`: how likely each place is (those that never came are left out), or null where too
 * many technologies are ranked to keep it. `standsAbove`: the chance that it stands above each of the ten on either side of it in the list.
 */
export const PlaceCertainty = z
  .strictObject({
    ...about,
    range: PlaceRange.nullable(),
    acceptability: z.array(z.strictObject({ place: z.int(), share: z.number() })).nullable(),
    standsAbove: z.array(
      z.strictObject({ id: z.string(), slug: z.string(), name: z.string(), place: z.int(), chance: z.number() }),
    ),
  })
  .openapi('PlaceCertainty')

export type PlaceRange = z.infer<typeof PlaceRange>
export type Certainty = z.infer<typeof Certainty>
export type PlaceCertainty = z.infer<typeof PlaceCertainty>
