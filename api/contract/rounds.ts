import { day, reference } from './text.ts'
import { z } from './z.ts'

export const RoundState = z.enum(['prepared', 'open', 'closed']).openapi('RoundState')

/** A round with its counts. `answered` of `asked` pairs × panel members; no figure of what was answered. */
export const Round = z
  .strictObject({
    id: z.string(),
    scan: z.string(),
    number: z.int(),
    state: RoundState,
    asksYears: z.boolean(),
    closesOn: z.string().nullable(),
    openedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    technologies: z.int(),
    pairs: z.int(),
    asked: z.int(),
    answered: z.int(),
    invited: z.int(),
    started: z.int(),
    finished: z.int(),
    version: z.int(),
  })
  .openapi('Round')

/** Prepares a round. It asks again about these technologies of the last round; null asks about all of them. */
export const PrepareRoundRequest = z
  .strictObject({
    asksYears: z.boolean().default(false),
    closesOn: day().nullable().default(null),
    technologies: z.array(reference()).max(20_000).nullable().default(null),
  })
  .openapi('PrepareRoundRequest')

/** Asks the panel of these specialisms about a technology; without specialisms, of all it may affect. */
export const AskRequest = z
  .strictObject({ technology: reference(), specialisms: z.array(reference()).min(1).max(100).nullable().default(null) })
  .openapi('AskRequest')

export const AskResponse = z
  .strictObject({ round: Round, added: z.int(), panellists: z.int(), withoutPanel: z.array(z.string()) })
  .openapi('AskResponse')

export type RoundState = z.infer<typeof RoundState>
export type Round = z.infer<typeof Round>
export type PrepareRoundRequest = z.infer<typeof PrepareRoundRequest>
export type AskRequest = z.infer<typeof AskRequest>
export type AskResponse = z.infer<typeof AskResponse>
