import { Edition } from './editions.ts'
import { Ranking } from './ranking.ts'
import { z } from './z.ts'

/** Where a technology's place could lie (nine chances in ten), and its group. */
export const TakenRange = z
  .strictObject({ id: z.string(), group: z.int().nullable(), low: z.int().nullable(), high: z.int().nullable() })
  .openapi('TakenRange')

/** A ranking as a file: with what its figures are, as labels and texts for people, and all rows of one list. */
export const RankingFile = z
  .strictObject({
    about: z.array(z.strictObject({ label: z.string(), text: z.string() })),
    edition: Edition.nullable(),
    ranking: Ranking,
    /** Null where there are none yet, or too few answers to say. */
    ranges: z.array(TakenRange).nullable(),
  })
  .openapi('RankingFile')

export type TakenRange = z.infer<typeof TakenRange>
export type RankingFile = z.infer<typeof RankingFile>
