import { kinds } from '../technologies/readiness.ts'
import {
  calendarYear,
  day,
  instant,
  lengths,
  line,
  partialDate,
  prose,
  reference,
  requiredLine,
  requiredProse,
  webAddress,
} from './text.ts'
import { z } from './z.ts'

export const Kind = z.enum(kinds).openapi('Kind')
export const Milestone = z.enum(['first', 'one-in-five', 'most']).openapi('Milestone')
export const Readiness = z.int().min(1).max(9)
export const ReadinessBasis = z.enum(['assessed', 'illustrative', 'not-set'])

export const Category = z
  .strictObject({ id: z.string(), slug: z.string(), name: z.string(), kind: Kind, position: z.int() })
  .openapi('Category')
export const CategoryList = z.strictObject({ items: z.array(Category), total: z.int() }).openapi('CategoryList')

export const Specialism = z
  .strictObject({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    grouping: z.strictObject({ slug: z.string(), name: z.string() }),
    description: z.string(),
    current: z.boolean(),
    aliases: z.array(z.string()),
    overlapsWith: z.array(z.string()),
  })
  .openapi('Specialism')
export const SpecialismList = z.strictObject({ items: z.array(Specialism), total: z.int() }).openapi('SpecialismList')

const source = {
  sourceTitle: requiredLine(),
  sourcePublisher: requiredLine(),
  sourceYear: calendarYear().nullable(),
  sourceUrl: webAddress().nullable(),
  sourceType: z.enum(['official', 'research', 'secondary']),
}

/** Evidence as it is entered: a dated fact and its source, or the day it was retrieved where no date is shown. */
export const EvidenceRequest = z
  .strictObject({
    kind: z.enum(['projection', 'policy', 'guidance', 'regulatory', 'trial', 'rollout']),
    text: requiredProse(),
    date: partialDate().nullable(),
    dateRole: z.enum(['happened', 'planned']).nullable(),
    ...source,
    seenVia: line().nullable().default(null),
    retrievedOn: day().nullable().default(null),
  })
  .refine((evidence) => evidence.date === null || evidence.dateRole !== null, {
    path: ['dateRole'],
    message: 'must say whether it happened or is planned, since there is a date',
  })
  .refine((evidence) => evidence.date !== null || evidence.retrievedOn !== null, {
    path: ['date'],
    message: 'must be given, or the day on which you retrieved a source that shows no date',
  })
  .openapi('EvidenceRequest')

export const Evidence = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['projection', 'policy', 'guidance', 'regulatory', 'trial', 'rollout']),
    text: z.string(),
    date: z.string().nullable(),
    datePrecision: z.enum(['day', 'month', 'year']).nullable(),
    dateRole: z.enum(['happened', 'planned']).nullable(),
    sourceTitle: z.string(),
    sourcePublisher: z.string(),
    sourceYear: z.int().nullable(),
    sourceUrl: z.string().nullable(),
    sourceType: z.enum(['official', 'research', 'secondary']),
    seenVia: z.string().nullable(),
    retrievedOn: z.string().nullable(),
    archived: z.boolean(),
    version: z.int(),
  })
  .openapi('Evidence')

/** A technology as it is entered or changed. `readinessOn` is the day of the assessment that set the readiness. */
export const TechnologyRequest = z
  .strictObject({
    name: requiredLine(lengths.name).min(3, 'must have at least 3 characters'),
    description: requiredProse(),
    wouldChange: prose()
      .refine((text) => text.split(/\s+/).length <= 40, 'must be at most 40 words')
      .default(''),
    category: reference(),
    kind: Kind.nullable().default(null),
    readiness: Readiness.nullable().default(null),
    readinessBasis: z.enum(['assessed', 'illustrative']).default('assessed'),
    readinessOn: day().nullable().default(null),
    milestone: Milestone.default('one-in-five'),
    milestonePlaces: z.int().min(1).max(100_000).nullable().default(null),
    milestoneSource: line().default(''),
    milestoneTest: line().default(''),
    specialisms: z.array(reference()).min(1, 'choose at least one specialism').max(100),
  })
  .openapi('TechnologyRequest')

/**
 * Entering a technology may bring its first evidence with it, so that neither is saved without the other; one that is started from an unread
 * `signal` (id) links it.
 */
export const EnterTechnologyRequest = z
  .strictObject({
    ...TechnologyRequest.shape,
    evidence: z.array(EvidenceRequest).max(50).default([]),
    signal: reference().optional(),
  })
  .openapi('EnterTechnologyRequest')

const technologyParts = {
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  wouldChange: z.string(),
  category: z.strictObject({ slug: z.string(), name: z.string() }),
  kind: Kind,
  readiness: Readiness.nullable(),
  readinessBasis: ReadinessBasis,
  readinessOn: z.string().nullable(),
  milestone: Milestone,
  milestonePlaces: z.int().nullable(),
  milestoneSource: z.string(),
  milestoneTest: z.string(),
  illustrativeYear: z.int().nullable(),
  specialisms: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
  archived: z.boolean(),
  createdAt: instant(),
  changedAt: instant(),
  version: z.int(),
}

/** A technology with its evidence, oldest first. `archived` evidence is shown to the scan team only. */
export const Technology = z.strictObject({ ...technologyParts, evidence: z.array(Evidence) }).openapi('Technology')

export const TechnologySummary = z
  .strictObject({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    description: z.string(),
    category: z.string(),
    readiness: Readiness.nullable(),
    specialisms: z.int(),
    evidence: z.int(),
    archived: z.boolean(),
    changedAt: z.string(),
  })
  .openapi('TechnologySummary')

export const TechnologyList = z
  .strictObject({ items: z.array(TechnologySummary), total: z.int(), nextCursor: z.string().nullable() })
  .openapi('TechnologyList')

export const NearName = z.strictObject({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  archived: z.boolean(),
  same: z.boolean(),
})
export const NearNameList = z.strictObject({ items: z.array(NearName) }).openapi('NearNameList')

export type Kind = z.infer<typeof Kind>
export type Milestone = z.infer<typeof Milestone>
export type ReadinessBasis = z.infer<typeof ReadinessBasis>
export type Category = z.infer<typeof Category>
export type Specialism = z.infer<typeof Specialism>
export type EvidenceRequest = z.infer<typeof EvidenceRequest>
export type Evidence = z.infer<typeof Evidence>
export type TechnologyRequest = z.infer<typeof TechnologyRequest>
export type EnterTechnologyRequest = z.infer<typeof EnterTechnologyRequest>
export type Technology = z.infer<typeof Technology>
export type TechnologySummary = z.infer<typeof TechnologySummary>
export type TechnologyList = z.infer<typeof TechnologyList>
export type NearName = z.infer<typeof NearName>
