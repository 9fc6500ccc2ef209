import { RoundState } from './rounds.ts'
import { z } from './z.ts'

const counts = { asked: z.int(), answered: z.int() }

/** How far a specialism's panel has come: people invited, started and finished, items answered of those asked. */
export const SpecialismProgress = z
  .strictObject({
    slug: z.string(),
    name: z.string(),
    grouping: z.string(),
    invited: z.int(),
    started: z.int(),
    finished: z.int(),
    ...counts,
  })
  .openapi('SpecialismProgress')

/** A panel member who has not finished, with the specialisms they still owe answers in. */
export const UnfinishedPanellist = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    ...counts,
    specialisms: z.array(z.strictObject({ slug: z.string(), ...counts })),
  })
  .openapi('UnfinishedPanellist')

/**
 * How far a round has come, never what anybody answered: “I can’t judge this” counts like any other answer. `unfinished` is
 * null for readers who may see counts but no names.
 */
export const RoundProgress = z
  .strictObject({
    round: z.string(),
    scan: z.string(),
    number: z.int(),
    state: RoundState,
    specialisms: z.array(SpecialismProgress),
    unfinished: z.array(UnfinishedPanellist).nullable(),
  })
  .openapi('RoundProgress')

export type SpecialismProgress = z.infer<typeof SpecialismProgress>
export type UnfinishedPanellist = z.infer<typeof UnfinishedPanellist>
export type RoundProgress = z.infer<typeof RoundProgress>
