import { kinds } from '../technologies/readiness.ts'
import { EvidenceFile } from './evidence-files.ts'
import { ExitReason } from './exits.ts'
import { policyItem } from './policy.ts'
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
  .strictObject({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    kind: Kind,
    position: z.int(),
    description: z.string(),
    /** Technologies that have it keep it; no further one gets it. */
    retired: z.boolean(),
  })
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

/**
 * A technology as it is entered or changed. `readinessOn` is the day of the assessment that set the readiness, `readinessEvidence` the id
 * of a piece of its own evidence on which it rests. `specialismReasons` says, by a specialism's id or slug, why it is likely to be affected.
 * `partOf` is the whole that it belongs to, which belongs to none itself; `owner` the account of somebody of the scan team.
 */
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
    specialismReasons: z.record(reference(), line()).default({}),
    aliases: z.array(requiredLine(lengths.name)).max(20, 'at most 20').default([]),
    partOf: reference().nullable().default(null),
    owner: reference().nullable().default(null),
    readinessEvidence: reference().nullable().default(null),
    policyItems: z.array(policyItem()).max(50).default([]),
  })
  .openapi('TechnologyRequest')

const { readinessEvidence: _, ...entered } = TechnologyRequest.shape

/**
 * Entering a technology may bring its first evidence with it, so that neither is saved without the other; one that is started from an unread
 * `signal` (id) links it, one for an open `outsideItem` (id) of an outside list settles it.
 */
export const EnterTechnologyRequest = z
  .strictObject({
    ...entered,
    evidence: z.array(EvidenceRequest).max(50).default([]),
    signal: reference().optional(),
    outsideItem: reference().optional(),
  })
  .openapi('EnterTechnologyRequest')

/** Archives a technology, with why, or brings it back, which clears the reason. */
export const ArchiveTechnologyRequest = z
  .strictObject({ archived: z.boolean(), reason: ExitReason.nullable().default(null), note: prose().default('') })
  .refine(({ archived, reason, note }) => archived || (reason === null && note === ''), {
    path: ['reason'],
    message: 'belongs to archiving: leave it out to bring a technology back',
  })
  .refine(({ archived, reason }) => !archived || reason !== null, {
    path: ['reason'],
    message: 'must be given: why is it archived?',
  })
  .openapi('ArchiveTechnologyRequest')

/** Why a technology was archived, by whom (a name), and when. `reason` is null of what was archived before reasons were asked for. */
export const Archive = z.strictObject({
  reason: ExitReason.nullable(),
  note: z.string(),
  by: z.string().nullable(),
  at: z.string().nullable(),
})

const named = { slug: z.string(), name: z.string() }

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
  specialisms: z.array(z.strictObject({ ...named, reason: z.string() })),
  aliases: z.array(z.string()),
  partOf: z.strictObject(named).nullable(),
  parts: z.array(z.strictObject(named)),
  owner: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  readinessEvidence: z.string().nullable(),
  policyItems: z.array(z.strictObject({ slug: z.string(), name: z.string(), frame: z.string() })),
  archived: z.boolean(),
  archive: Archive.nullable(),
  mergedInto: z.strictObject(named).nullable(),
  createdAt: instant(),
  changedAt: instant(),
  version: z.int(),
}

/**
 * A technology with its evidence, newest first, and the files attached to it. Archived evidence and files, the owner, and why it was
 * archived are for the scan team; others see of its whole and parts those that they may know of.
 */
export const Technology = z
  .strictObject({ ...technologyParts, evidence: z.array(Evidence), files: z.array(EvidenceFile) })
  .openapi('Technology')

/**
 * `newestEvidence` is how new its newest evidence is (a day, month or year), null where it has none. `owner` is a name, for the scan team.
 * `partOf` is the slug of its whole. One that has no dated source cannot enter a scan.
 */
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
    newestEvidence: z.string().nullable(),
    hasDatedSource: z.boolean(),
    partOf: z.string().nullable(),
    owner: z.string().nullable(),
    archived: z.boolean(),
    archivedReason: ExitReason.nullable(),
    changedAt: z.string(),
  })
  .openapi('TechnologySummary')

export const TechnologyList = z
  .strictObject({ items: z.array(TechnologySummary), total: z.int(), nextCursor: z.string().nullable() })
  .openapi('TechnologyList')

/** `alias` is the other name by which it was found, null where that is its own. */
export const NearName = z.strictObject({
  ...named,
  alias: z.string().nullable(),
  description: z.string(),
  archived: z.boolean(),
  same: z.boolean(),
})
export const NearNameList = z.strictObject({ items: z.array(NearName) }).openapi('NearNameList')

/** Everybody who may own a technology. */
export const ScanTeam = z
  .strictObject({ items: z.array(z.strictObject({ id: z.string(), name: z.string() })), total: z.int() })
  .openapi('ScanTeam')

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
export type ArchiveTechnologyRequest = z.infer<typeof ArchiveTechnologyRequest>
export type ScanTeam = z.infer<typeof ScanTeam>
export type NearName = z.infer<typeof NearName>
