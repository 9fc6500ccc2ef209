import { about, around, listed, placedBy, UnrankedTechnology } from './ranking.ts'
import { z } from './z.ts'

/** A technology that any weights can place, though it awaits its stage of development where that is null and carries weight. */
export const PlaceableTechnology = z.strictObject({ ...listed, ...placedBy }).openapi('PlaceableTechnology')

/** One that nobody has said when of, and that no weights can place. */
export const UndatedTechnology = z
  .strictObject({ ...listed, readiness: z.int().nullable() })
  .openapi('UndatedTechnology')

/**
 * A scan through a lens before anything is weighed: all that a ranking by any weights needs. `weights` and `shares` are the
 * method's own; `lensSize` is how many specialisms of the lens carry weight. `awaiting` holds what no weights can change.
 */
export const Readings = z
  .strictObject({
    ...about,
    ...around,
    lensSize: z.int(),
    placeable: z.array(PlaceableTechnology),
    undated: z.array(UndatedTechnology),
    awaiting: z.array(UnrankedTechnology),
    alreadyHere: z.array(UnrankedTechnology),
    notAffected: z.array(UnrankedTechnology),
  })
  .openapi('Readings')

export type PlaceableTechnology = z.infer<typeof PlaceableTechnology>
export type UndatedTechnology = z.infer<typeof UndatedTechnology>
export type Readings = z.infer<typeof Readings>
