import { Evidence } from './technologies.ts'
import { day, lengths, prose, reference, requiredLine, requiredProse } from './text.ts'
import { z } from './z.ts'

/** What a board is asked to do with an edition. */
export const EditionPurpose = z.enum(['decision', 'assurance', 'information']).openapi('EditionPurpose')

/** A draft for the board; published, for ever; or published and then superseded by another, or withdrawn. */
export const EditionState = z.enum(['draft', 'published', 'superseded', 'withdrawn']).openapi('EditionState')

/** What is recommended, of which technologies (id or slug), who sees to it, until which day. */
const recommendation = {
  text: requiredProse(600),
  owner: requiredLine(lengths.name),
  by: day(),
}
const RecommendationRequest = z.strictObject({ ...recommendation, technologies: z.array(reference()).min(1).max(10) })

/** A ranking says nothing of these by itself: what is known is told, or that it was not assessed. Null: nobody has said yet. */
export const Gap = z.strictObject({ assessed: z.boolean(), text: prose(600) }).nullable()
const Gaps = z.strictObject({ cost: Gap, patientBenefit: Gap, inequalities: Gap }).openapi('Gaps')

const cover = {
  title: requiredLine(lengths.name),
  note: prose(),
  purpose: EditionPurpose,
  gaps: Gaps,
  /** Whether board members see the draft. Once published everybody with a role does. */
  shownToBoard: z.boolean(),
}

/** The cover of a draft, all of it at once. */
export const EditionRequest = z
  .strictObject({ ...cover, recommendations: z.array(RecommendationRequest).max(5) })
  .openapi('EditionRequest')

/** By whom an edition was approved, at which meeting, on which day: with it a draft becomes an edition. */
export const ApproveEditionRequest = z
  .strictObject({ by: requiredLine(lengths.name), meeting: requiredLine(lengths.name), on: day() })
  .openapi('ApproveEditionRequest')

/** What a meeting decided on an edition, recorded beside it. */
export const DecisionRequest = z
  .strictObject({ text: requiredProse(), meeting: requiredLine(lengths.name), on: day() })
  .openapi('DecisionRequest')

export const SupersedeEditionRequest = z
  .strictObject({ reason: requiredProse(600), by: reference() })
  .openapi('SupersedeEditionRequest')
export const WithdrawEditionRequest = z.strictObject({ reason: requiredProse(600) }).openapi('WithdrawEditionRequest')

const namedTechnology = z.strictObject({ id: z.string(), slug: z.string(), name: z.string() })

/** `number` counts published editions from 1; a draft has none. `round` is the closed round that it is as of. */
const summary = {
  id: z.string(),
  number: z.int().nullable(),
  state: EditionState,
  title: z.string(),
  purpose: EditionPurpose,
  shownToBoard: z.boolean(),
  scan: z.strictObject({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    startYear: z.int(),
    endYear: z.int(),
  }),
  round: z.int(),
  createdAt: z.string(),
  publishedAt: z.string().nullable(),
  /** Why and when it was superseded or withdrawn, and by which edition. */
  ended: z
    .strictObject({
      reason: z.string(),
      at: z.string(),
      by: z.strictObject({ number: z.int(), title: z.string() }).nullable(),
    })
    .nullable(),
  version: z.int(),
}

export const EditionSummary = z.strictObject(summary).openapi('EditionSummary')
export const EditionList = z.strictObject({ items: z.array(EditionSummary), total: z.int() }).openapi('EditionList')

/** An edition's cover, approval, decision and proof. `previous` is the published edition before it, to compare it with. */
export const Edition = z
  .strictObject({
    ...summary,
    note: z.string(),
    gaps: Gaps,
    recommendations: z.array(z.strictObject({ ...recommendation, technologies: z.array(namedTechnology) })),
    approval: ApproveEditionRequest.nullable(),
    decision: z.strictObject({ ...DecisionRequest.shape, recordedAt: z.string() }).nullable(),
    previous: z.strictObject({ number: z.int(), title: z.string(), publishedAt: z.string() }).nullable(),
    demonstration: z.boolean(),
    proof: z
      .strictObject({ digest: z.string(), rows: z.int(), arithmeticVersion: z.int(), auditHead: z.string() })
      .nullable(),
  })
  .openapi('Edition')

const pair = z.strictObject({
  technology: namedTechnology,
  specialism: z.strictObject({ slug: z.string(), name: z.string() }),
})

/** What stands in the way of approving a draft. */
export const EditionStop = z.enum(['nothing-ranked', 'open-round', 'gaps']).openapi('EditionStop')

/**
 * What to look at before a draft is approved. Evidence is stale where a ranked technology's newest is older than `staleAfterYears`;
 * only what is in `stops` prevents approval.
 */
export const EditionChecklist = z
  .strictObject({
    rounds: z.strictObject({
      asOf: z.int(),
      lastClosed: z.int(),
      open: z.strictObject({ number: z.int(), closesOn: z.string().nullable() }).nullable(),
    }),
    methodApproved: z.boolean(),
    coverage: z.strictObject({
      panellists: z.int(),
      invited: z.int(),
      specialisms: z.int(),
      ofSpecialisms: z.int(),
      notHeardFrom: z.array(z.string()),
      ranked: z.int(),
      awaiting: z.int(),
    }),
    unsignedReviews: z.array(pair),
    signedReviews: z.int(),
    staleAfterYears: z.int(),
    staleEvidence: z.array(z.strictObject({ technology: namedTechnology, newest: z.string().nullable() })),
    recommendations: z.int(),
    openGaps: z.array(z.enum(['cost', 'patientBenefit', 'inequalities'])),
    certainty: z.strictObject({
      state: z.enum(['few-people', 'too-few', 'working', 'ready', 'no-round']),
      progress: z.number(),
    }),
    stops: z.array(EditionStop),
  })
  .openapi('EditionChecklist')

/** A technology's texts, evidence and signed reviews as they stood when the edition was published. */
export const FrozenEvidence = z
  .strictObject(Evidence.omit({ archived: true, version: true }).shape)
  .openapi('FrozenEvidence')

export const FrozenReview = z
  .strictObject({
    specialism: z.strictObject({ slug: z.string(), name: z.string() }),
    content: z.record(z.string(), z.unknown()),
    signedBy: z.string().nullable(),
    signedAt: z.string(),
    illustrative: z.boolean(),
  })
  .openapi('FrozenReview')

export const FrozenTechnology = z
  .strictObject({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    wouldChange: z.string(),
    category: z.strictObject({ slug: z.string(), name: z.string() }),
    kind: z.string(),
    readiness: z.int().nullable(),
    readinessBasis: z.enum(['assessed', 'illustrative', 'not-set']),
    readinessOn: z.string().nullable(),
    milestone: z.enum(['first', 'one-in-five', 'most']),
    milestonePlaces: z.int().nullable(),
    milestoneSource: z.string(),
    milestoneTest: z.string(),
    evidence: z.array(FrozenEvidence),
    reviews: z.array(FrozenReview),
  })
  .openapi('FrozenTechnology')

export type EditionRequest = z.infer<typeof EditionRequest>
export type EditionSummary = z.infer<typeof EditionSummary>
export type EditionList = z.infer<typeof EditionList>
export type Edition = z.infer<typeof Edition>
export type EditionState = z.infer<typeof EditionState>
export type EditionPurpose = z.infer<typeof EditionPurpose>
export type Gaps = z.infer<typeof Gaps>
export type EditionStop = z.infer<typeof EditionStop>
export type EditionChecklist = z.infer<typeof EditionChecklist>
export type ApproveEditionRequest = z.infer<typeof ApproveEditionRequest>
export type DecisionRequest = z.infer<typeof DecisionRequest>
export type FrozenTechnology = z.infer<typeof FrozenTechnology>
