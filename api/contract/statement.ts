import { Approval, Band, Method } from './method.ts'
import { Answered } from './ranking.ts'
import { RoundState } from './rounds.ts'
import { z } from './z.ts'

/** A round as the statement tells it: a pilot is number 0, and nothing in it counts. */
const StatedRound = z.strictObject({
  number: z.int(),
  state: RoundState,
  asksYears: z.boolean(),
  openedAt: z.string().nullable(),
  closesOn: z.string().nullable(),
  closedAt: z.string().nullable(),
  technologies: z.int(),
  invited: z.int(),
  answered: z.int(),
})

/**
 * How a scan works and who took part, made from its data. Interests are counted; people are named by their consent only.
 * `oneMember` names the specialisms with one panel member.
 */
export const Statement = z
  .strictObject({
    scan: z.strictObject({
      id: z.string(),
      slug: z.string(),
      name: z.string(),
      startYear: z.int(),
      endYear: z.int(),
      timeZone: z.string(),
      demonstration: z.boolean(),
      technologies: z.int(),
      specialisms: z.int(),
    }),
    method: Method,
    methodVersion: z.int(),
    bands: z.array(Band),
    approval: Approval.nullable(),
    fixedAt: z.string().nullable(),
    milestones: z.strictObject({ withoutSource: z.int(), withoutPlaces: z.int() }),
    rounds: z.array(StatedRound),
    answered: Answered,
    oneMember: z.array(z.string()),
    interests: z.strictObject({ members: z.int(), none: z.int(), some: z.int() }),
    named: z.array(z.string()),
  })
  .openapi('Statement')

export type Statement = z.infer<typeof Statement>
