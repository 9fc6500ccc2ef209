import { EditionSummary } from './editions.ts'
import { Outcome } from './outcomes.ts'
import { ListName } from './ranking.ts'
import { z } from './z.ts'

/** Every technology ranked in one of two editions is exactly one of these: start + new − adopted − dropped = end. */
export const ComparedStatus = z.enum(['new', 'stayed', 'adopted', 'dropped']).openapi('ComparedStatus')

/** Where a technology stood in one edition. `group`, `low` and `high` are null where the edition gives no ranges. */
const Stood = z
  .strictObject({
    place: z.int(),
    score: z.number(),
    group: z.int().nullable(),
    low: z.int().nullable(),
    high: z.int().nullable(),
    middleYear: z.int(),
    band: z.int(),
  })
  .openapi('Stood')

/**
 * One technology in two editions. `chance` is that it stands higher in the later among those ranked in both, half of the ties counted;
 * `order` is up or down only where its group changed and the chance that this is real is 0.9 or more; `timing` is nearer or further where
 * its median year moved by one or more. All are null unless it stayed. `nowIn` says where one that left the ranking is now, `outcome`
 * by what an adopted one is known to be so.
 */
export const ComparedTechnology = z
  .strictObject({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    category: z.string(),
    status: ComparedStatus,
    order: z.enum(['up', 'down', 'no-clear-change']).nullable(),
    chance: z.number().nullable(),
    timing: z.enum(['nearer', 'further', 'same']).nullable(),
    from: Stood.nullable(),
    to: Stood.nullable(),
    nowIn: z.union([ListName, z.literal('not-in-scan')]).nullable(),
    outcome: Outcome.pick({ happenedOn: true, text: true, sourceTitle: true, sourceUrl: true }).nullable(),
    /** Texts and facts that changed, each as it was and as it is. */
    reworded: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
    newEvidence: z.array(
      z.strictObject({
        id: z.string(),
        text: z.string(),
        date: z.string().nullable(),
        sourceTitle: z.string(),
        sourceUrl: z.string().nullable(),
      }),
    ),
    goneEvidence: z.int(),
  })
  .openapi('ComparedTechnology')

/**
 * Two editions held against each other, the earlier first. `counts` are of ranked technologies and add up. `chances` says whether the
 * chances have been drawn; until then `order` is null. Of too few answers, or of more than 2,000 technologies, none are. `panel` counts people with an answer in each, and in both.
 */
export const Comparison = z
  .strictObject({
    from: EditionSummary,
    to: EditionSummary,
    counts: z.strictObject({
      start: z.int(),
      new: z.int(),
      adopted: z.int(),
      dropped: z.int(),
      end: z.int(),
      stayed: z.int(),
      up: z.int(),
      down: z.int(),
      noClearChange: z.int(),
      nearer: z.int(),
      further: z.int(),
      reworded: z.int(),
      withNewEvidence: z.int(),
    }),
    panel: z.strictObject({ from: z.int(), to: z.int(), same: z.int() }),
    methodChanges: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
    chances: z.strictObject({ state: z.enum(['working', 'ready', 'too-few', 'too-many']), progress: z.number() }),
    /** Ranked ones by place in the later edition; then those that left, by place in the earlier. */
    items: z.array(ComparedTechnology),
    total: z.int(),
  })
  .openapi('Comparison')

/** One technology through the published editions, oldest first. */
export const TechnologyHistory = z
  .strictObject({
    items: z.array(
      z.strictObject({
        edition: EditionSummary,
        list: z.union([ListName, z.literal('not-in-scan')]),
        stood: Stood.nullable(),
        early: z.int().nullable(),
        late: z.int().nullable(),
        of: z.int(),
      }),
    ),
    total: z.int(),
  })
  .openapi('TechnologyHistory')

export type Stood = z.infer<typeof Stood>
export type ComparedTechnology = z.infer<typeof ComparedTechnology>
export type Comparison = z.infer<typeof Comparison>
export type TechnologyHistory = z.infer<typeof TechnologyHistory>
