import { fates, stages } from '../filtration/stages.ts'
import { ExitReason } from './exits.ts'
import { requiredProse } from './text.ts'
import { z } from './z.ts'

export const Stage = z.enum(stages).openapi('Stage')
export const Fate = z.enum(fates).openapi('Fate')
/** Why it was parked; `not-given` where it was archived before reasons were asked for. */
export const ParkedFor = z.enum([...ExitReason.options, 'not-given']).openapi('ParkedFor')

const scan = z.strictObject({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  startYear: z.int(),
  endYear: z.int(),
})

/** At one stage: `cameIn` is `wentOn` and `adopted` and all that are `parked` and `notAsked` and `waiting`. */
export const FunnelStage = z
  .strictObject({
    stage: Stage,
    cameIn: z.int(),
    wentOn: z.int(),
    adopted: z.int(),
    parked: z.array(z.strictObject({ reason: ParkedFor, count: z.int() })),
    notAsked: z.int(),
    waiting: z.int(),
  })
  .openapi('FunnelStage')

/** Of one origin or one owner: how many came in at each stage, signals and technologies apart, and what became of both. */
export const FunnelGroup = z
  .strictObject({
    key: z.string(),
    name: z.string(),
    cameIn: z.strictObject({ spotted: z.int(), candidate: z.int(), 'in-scan': z.int(), 'in-edition': z.int() }),
    adopted: z.int(),
    parked: z.int(),
    notAsked: z.int(),
    waiting: z.int(),
  })
  .openapi('FunnelGroup')

/** How far everything came in one scan. What is spotted are the signals of its `window`; from the candidate on, technologies. */
export const Funnel = z
  .strictObject({
    scan,
    demonstration: z.boolean(),
    window: z.strictObject({ from: z.string().nullable(), to: z.string() }),
    frozen: z.boolean(),
    ended: z.boolean(),
    stages: z.array(FunnelStage),
    origins: z.array(FunnelGroup),
    owners: z.array(FunnelGroup),
  })
  .openapi('Funnel')

/** One signal or technology behind a number of the funnel, with how far it came and what has become of it there. */
export const FunnelItem = z
  .strictObject({
    kind: z.enum(['signal', 'technology']),
    id: z.string(),
    slug: z.string().nullable(),
    name: z.string(),
    stage: Stage,
    fate: Fate,
    reason: ParkedFor.nullable(),
    note: z.string(),
    origin: z.string(),
    owner: z.string().nullable(),
    since: z.string(),
  })
  .openapi('FunnelItem')

export const FunnelItemList = z
  .strictObject({ items: z.array(FunnelItem), total: z.int(), nextCursor: z.string().nullable() })
  .openapi('FunnelItemList')

/**
 * Where technologies are: [specialism, category, band, in the scan, candidates, left], the first two by their place in the lists.
 * The band is that of the scan's whole answer, 0 to 3; or 4, already here; 5, judged not to affect; 6, not yet judged.
 */
export const CoverageCount = z.tuple([z.int(), z.int(), z.int(), z.int(), z.int(), z.int()]).openapi('CoverageCount')

/** Somebody looked there, and says what they found, or that they found nothing. */
export const CoverageNote = z
  .strictObject({
    specialism: z.string(),
    category: z.string(),
    text: z.string(),
    writtenBy: z.string(),
    writtenAt: z.string(),
    version: z.int(),
  })
  .openapi('CoverageNote')

export const CoverageNoteRequest = z.strictObject({ text: requiredProse(500) }).openapi('CoverageNoteRequest')

/** Where has nobody looked? A specialism and a category that stand in no count and no note are such a place. */
export const Coverage = z
  .strictObject({
    scan,
    demonstration: z.boolean(),
    /** The closed round that says in which band a technology is. */
    round: z.strictObject({ number: z.int(), closedAt: z.string() }).nullable(),
    bands: z.array(z.strictObject({ index: z.int(), from: z.int(), to: z.int().nullable() })),
    specialisms: z.array(
      z.strictObject({ slug: z.string(), name: z.string(), grouping: z.string(), technologies: z.int() }),
    ),
    groupings: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
    categories: z.array(z.strictObject({ slug: z.string(), name: z.string(), technologies: z.int() })),
    /** Different technologies in all. */
    technologies: z.int(),
    counts: z.array(CoverageCount),
    /** [specialism, category, how many different signals are linked to technologies there]. */
    signals: z.array(z.tuple([z.int(), z.int(), z.int()])),
    notes: z.array(CoverageNote),
  })
  .openapi('Coverage')

export type Funnel = z.infer<typeof Funnel>
export type FunnelGroup = z.infer<typeof FunnelGroup>
export type FunnelStage = z.infer<typeof FunnelStage>
export type FunnelItem = z.infer<typeof FunnelItem>
export type FunnelItemList = z.infer<typeof FunnelItemList>
export type Coverage = z.infer<typeof Coverage>
export type CoverageNote = z.infer<typeof CoverageNote>
