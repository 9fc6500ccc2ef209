import { z } from './z.ts'

/** Whether a panel agrees, by the rule of the scan's method; `withheld` where its figure would give away a hidden one. */
export const ConsensusState = z.enum(['too-few', 'withheld', 'agreement', 'disagreement']).openapi('ConsensusState')

/** How impacts lie: quartiles, and how many gave each number from 1 to 9. */
export const ImpactSpread = z
  .strictObject({
    lower: z.number(),
    median: z.number(),
    upper: z.number(),
    distribution: z.array(z.int()).length(9),
  })
  .openapi('ImpactSpread')

/**
 * A specialism's panel on a technology, as of a closed round. Spread and stances need five answers; the count is null where there
 * are some, but too few to be told, or where it would give away that of another. Reasons are in the order of the alphabet; nothing says whose they are.
 */
export const SpecialismView = z
  .strictObject({
    answers: z.int().nullable(),
    stances: z
      .strictObject({ rated: z.int(), notAffected: z.int(), already: z.int(), cannotJudge: z.int() })
      .nullable(),
    impact: ImpactSpread.nullable(),
    consensus: ConsensusState,
    reasons: z.array(z.string()),
  })
  .openapi('SpecialismView')

/** When, over all specialisms of the technology: how many name each band, soonest first, and quartiles in calendar years. */
export const ArrivalView = z
  .strictObject({
    answers: z.int().nullable(),
    byBand: z.array(z.int()).length(4).nullable(),
    years: z.strictObject({ lower: z.int(), median: z.int(), upper: z.int() }).nullable(),
    consensus: ConsensusState,
  })
  .openapi('ArrivalView')

/** What a panel member sees beside their own answer: the panel's as of `round`, the last closed one, and what was said of it since. */
export const PanelView = z
  .strictObject({ round: z.int(), here: SpecialismView, arrival: ArrivalView, note: z.string().nullable() })
  .openapi('PanelView')

const StateCounts = z
  .strictObject({ agreement: z.int(), disagreement: z.int(), tooFew: z.int(), withheld: z.int() })
  .openapi('StateCounts')
const share = z.strictObject({ of: z.int(), moved: z.int() })

/** What moved since the round before; a share of too few people is null. `meanChange` is in points of the 1–9 scale. */
const Moved = z
  .strictObject({
    people: z.int().nullable(),
    any: share.nullable(),
    stance: share.nullable(),
    impact: share.extend({ meanChange: z.number() }).nullable(),
    third: share.nullable(),
    band: share.nullable(),
  })
  .openapi('Moved')

/**
 * What a closed round came to. `alpha` is Krippendorff's, ordinal. `impact` counts items (technology and specialism), `arrival`
 * technologies, by state. `disputed`: on how many technologies a panel disagrees, how much or when, as far as that is shown. `outside`: of the answers of those who could see the panel, how many lay outside its middle half, and how many
 * of these give a reason. `interests`: panel members by what they had declared when the round closed.
 */
export const RoundReport = z
  .strictObject({
    round: z.int(),
    /** Whether its answers came as a file. */
    imported: z.boolean(),
    alpha: z.strictObject({ impact: z.number().nullable(), arrival: z.number().nullable() }),
    impact: StateCounts,
    arrival: StateCounts,
    disputed: z.int(),
    moved: Moved.nullable(),
    outside: z.strictObject({ answers: z.int(), ofAnswers: z.int(), withReason: z.int() }).nullable(),
    interests: z.strictObject({ none: z.int(), some: z.int(), notDeclared: z.int() }),
  })
  .openapi('RoundReport')

const named = { slug: z.string(), name: z.string() }

/** One technology as it is put to discussion after a round: each specialism that the round asked, and when. */
export const DiscussionItem = z
  .strictObject({
    technology: z.strictObject({ id: z.string(), ...named }),
    arrival: ArrivalView,
    specialisms: z.array(z.strictObject({ specialism: z.strictObject(named), view: SpecialismView })),
    /** Whether a panel disagrees on it, how much or when, as far as that is shown. */
    disputed: z.boolean(),
    note: z.strictObject({ text: z.string(), version: z.int() }).nullable(),
  })
  .openapi('DiscussionItem')
export const Discussion = z
  .strictObject({ round: z.int(), items: z.array(DiscussionItem), total: z.int() })
  .openapi('Discussion')

export type PanelView = z.infer<typeof PanelView>
export type RoundReport = z.infer<typeof RoundReport>
export type DiscussionItem = z.infer<typeof DiscussionItem>
export type Discussion = z.infer<typeof Discussion>
