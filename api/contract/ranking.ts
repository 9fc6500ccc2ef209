import { raterScales } from '../scans/method.ts'
import { Band, Weights } from './scans.ts'
import { z } from './z.ts'

export const ListName = z.enum(['ranked', 'awaiting', 'already-here', 'not-affected']).openapi('ListName')

const points = z.strictObject({ impact: z.number(), reach: z.number(), imminence: z.number(), readiness: z.number() })
const values = z.strictObject({
  impact: z.number().nullable(),
  reach: z.number().nullable(),
  imminence: z.number().nullable(),
  readiness: z.number().nullable(),
})

/** Median year of all answers; early and late (one in ten, nine in ten) from five answers up. */
export const Years = z
  .strictObject({ middle: z.int(), early: z.int().nullable(), late: z.int().nullable(), answers: z.int() })
  .openapi('Years')

export const listed = { id: z.string(), slug: z.string(), name: z.string(), category: z.string(), panellists: z.int() }

/** What a technology is placed by, whatever the weights; `values` are 0 to 1; `affected` of `asked` specialisms. */
export const placedBy = {
  values,
  meanImpact: z.number(),
  band: z.int(),
  years: Years,
  affected: z.int(),
  asked: z.int(),
  answers: z.int(),
  readiness: z.int().nullable(),
}

/** `score` is 0 to 100 and the sum of `contributions`. */
export const RankedTechnology = z
  .strictObject({ ...listed, place: z.int(), score: z.number(), contributions: points, ...placedBy })
  .openapi('RankedTechnology')

export const Missing = z
  .enum(['not-asked', 'panellists', 'answers', 'withheld', 'imminence', 'readiness'])
  .openapi('Missing')

/** A technology in one of the other three lists; `missing` says what an awaiting one awaits. */
export const UnrankedTechnology = z.strictObject({ ...listed, missing: z.array(Missing) }).openapi('UnrankedTechnology')

/**
 * What a ranking is of: the same head on the list and on one technology. `edition` is null in the working draft of a scan; a draft edition
 * has no number. `oneMember` names the specialisms of the lens that have
 * one panel member, invited, whether or not they answered: there nobody can tell a high marker from a service that changes much.
 */
export const about = {
  scan: z.strictObject({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    startYear: z.int(),
    endYear: z.int(),
  }),
  round: z.strictObject({ number: z.int(), openedAt: z.string().nullable(), closedAt: z.string() }).nullable(),
  workingDraft: z.boolean(),
  edition: z
    .strictObject({
      id: z.string(),
      number: z.int().nullable(),
      title: z.string(),
      publishedAt: z.string().nullable(),
    })
    .nullable(),
  demonstration: z.boolean(),
  lens: z.strictObject({ kind: z.enum(['all', 'grouping', 'specialism']), slug: z.string(), name: z.string() }),
  weights: Weights,
  shares: points,
  minimumPanel: z.int(),
  minimumShown: z.int(),
  raterScale: z.enum(raterScales),
  oneMember: z.array(z.string()),
  bands: z.array(Band),
}

/** Who answered, in the lens, in the closed rounds that count. */
export const Answered = z
  .strictObject({
    panellists: z.int(),
    invited: z.int(),
    specialisms: z.int(),
    ofSpecialisms: z.int(),
    notHeardFrom: z.array(z.string()),
    from: z.string().nullable(),
    to: z.string().nullable(),
  })
  .openapi('Answered')

/** Who answered, and what else the scan may be looked at by. */
export const around = {
  answered: Answered,
  lenses: z.strictObject({
    groupings: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
    specialisms: z.array(z.strictObject({ slug: z.string(), name: z.string(), grouping: z.string() })),
  }),
  categories: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
}

export const Ranking = z
  .strictObject({
    ...about,
    ...around,
    counts: z.strictObject({
      ranked: z.int(),
      awaiting: z.int(),
      'already-here': z.int(),
      'not-affected': z.int(),
    }),
    list: ListName,
    items: z.array(z.union([RankedTechnology, UnrankedTechnology])),
    total: z.int(),
    nextCursor: z.string().nullable(),
  })
  .openapi('Ranking')

/**
 * How one specialism answered on a technology. Its figures are null where too few panel members stand behind them; so are
 * its counts, since those who answered are known by name to the scan team, and a count of one would be their stance.
 */
export const SpecialismStanding = z
  .strictObject({
    slug: z.string(),
    name: z.string(),
    grouping: z.string(),
    inLens: z.boolean(),
    answers: z.int().nullable(),
    cannotJudge: z.int().nullable(),
    meanImpact: z.number().nullable(),
    withheld: z.boolean(),
  })
  .openapi('SpecialismStanding')

/**
 * One technology taken apart: which list it is in, its row, each specialism, and how the answers fall over the bands. `interests`:
 * how many panel members had declared one in it when the round closed, and whether the method leaves their answers out.
 */
export const Standing = z
  .strictObject({
    ...about,
    list: ListName,
    ranked: RankedTechnology.nullable(),
    of: z.int(),
    missing: z.array(Missing),
    panellists: z.int(),
    interests: z.strictObject({ declared: z.int(), leftOut: z.boolean() }),
    specialisms: z.array(SpecialismStanding),
    byBand: z.array(z.int()).nullable(),
  })
  .openapi('Standing')

export type ListName = z.infer<typeof ListName>
export type RankedTechnology = z.infer<typeof RankedTechnology>
export type UnrankedTechnology = z.infer<typeof UnrankedTechnology>
export type Ranking = z.infer<typeof Ranking>
export type Standing = z.infer<typeof Standing>
export type SpecialismStanding = z.infer<typeof SpecialismStanding>
export type Missing = z.infer<typeof Missing>
