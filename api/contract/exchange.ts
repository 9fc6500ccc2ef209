import { Certainty } from './certainty.ts'
import { Edition } from './editions.ts'
import { Ranking } from './ranking.ts'
import { Arrival } from './ratings.ts'
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

/**
 * One answer under a pseudonym of its scan; `round` is when it was given, and nothing finer is told. Either is null where it
 * would lead to somebody.
 */
export const LeavingAnswer = z
  .strictObject({
    pseudonym: z.string().nullable(),
    technology: z.strictObject({ slug: z.string(), name: z.string() }),
    specialism: z.strictObject({ slug: z.string(), name: z.string() }),
    round: z.int().nullable(),
    stance: z.enum(['rated', 'not-affected', 'already', 'cannot-judge']),
    impact: z.int().nullable(),
    arrival: Arrival.nullable(),
  })
  .openapi('LeavingAnswer')

export const AnswersFile = z
  .strictObject({
    about: z.array(z.strictObject({ label: z.string(), text: z.string() })),
    items: z.array(LeavingAnswer),
    total: z.int(),
    withoutPseudonym: z.int(),
  })
  .openapi('AnswersFile')

export type LeavingAnswer = z.infer<typeof LeavingAnswer>
export type AnswersFile = z.infer<typeof AnswersFile>
export type RankingFile = z.infer<typeof RankingFile>
