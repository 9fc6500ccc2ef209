import { moves } from '../ranking/shifts.ts'
import { criteria } from '../scans/method.ts'
import { Weights } from './scans.ts'
import { z } from './z.ts'

const CriterionName = z.enum(criteria).openapi('Criterion')
const place = z.int().nullable()
const technology = { id: z.string(), slug: z.string(), name: z.string() }

/** `round` is the last closed one. */
const about = {
  scan: z.strictObject({ id: z.string(), slug: z.string(), name: z.string() }),
  round: z.int().nullable(),
  lens: z.strictObject({ kind: z.enum(['all', 'grouping', 'specialism']), slug: z.string(), name: z.string() }),
}

/**
 * The nearest technology with another score, and the smallest change of one weight (basis points; the others keep their
 * proportions) after which it stands on the other side; null where no change of a single weight does that. The two are level at
 * `crossing`; `weights` are the first whole ones beyond.
 */
export const Swap = z
  .strictObject({
    with: z.strictObject({ ...technology, place: z.int() }),
    change: z
      .strictObject({
        criterion: CriterionName,
        from: z.int(),
        to: z.int(),
        crossing: z.number(),
        weights: Weights,
      })
      .nullable(),
  })
  .openapi('Swap')

/** The place without a specialism or a criterion; null is none. */
const WithoutSpecialism = z.strictObject({ slug: z.string(), name: z.string(), place }).openapi('WithoutSpecialism')
const WithoutCriterion = z.strictObject({ criterion: CriterionName, place }).openapi('WithoutCriterion')

/**
 * What leaving out any one panel member does: whether it takes the technology into the first ten or out of them, and how far it moves its
 * place: `hardly` is two places at most, `some` nine at most. Never whom, how many, or to which place.
 */
const WithoutPanelMember = z.strictObject({ crosses: z.boolean(), moves: z.enum(moves) }).openapi('WithoutPanelMember')

/**
 * What a technology's place rests on. `panelMember` is null where too few people answered for it to be told. `specialisms` are those of
 * the lens whose figures on it may be shown; `notTold` names the others that were asked about it.
 */
export const Why = z
  .strictObject({
    ...about,
    technology: z.strictObject(technology),
    place: z.int(),
    of: z.int(),
    swaps: z.strictObject({ above: Swap.nullable(), below: Swap.nullable() }),
    panelMember: WithoutPanelMember.nullable(),
    specialisms: z.array(WithoutSpecialism),
    notTold: z.array(z.string()),
    criteria: z.array(WithoutCriterion),
  })
  .openapi('Why')

/**
 * The technologies whose being among the first ten, or not, depends on one panel member, one specialism or one criterion; `place` is
 * null where the method's weights give it none.
 */
export const Fragility = z
  .strictObject({
    ...about,
    items: z.array(
      z.strictObject({
        ...technology,
        place,
        panelMember: z.boolean(),
        specialisms: z.array(WithoutSpecialism),
        criteria: z.array(WithoutCriterion),
      }),
    ),
    total: z.int(),
  })
  .openapi('Fragility')

export type Swap = z.infer<typeof Swap>
export type Why = z.infer<typeof Why>
export type Fragility = z.infer<typeof Fragility>
