import { Certainty } from './certainty.ts'
import { Edition } from './editions.ts'
import { Ranking } from './ranking.ts'
import { z } from './z.ts'

/** A ranking as a file: with what its figures are, as labels and texts for people, and all rows of one list. */
export const RankingFile = z
  .strictObject({
    about: z.array(z.strictObject({ label: z.string(), text: z.string() })),
    edition: Edition.nullable(),
    ranking: Ranking,
    certainty: Certainty,
  })
  .openapi('RankingFile')

export type RankingFile = z.infer<typeof RankingFile>
