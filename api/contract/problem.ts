import { z } from './z.ts'

/** One field, parameter or header that is wrong, and what to do. */
export const ProblemError = z.strictObject({
  pointer: z.string().optional(),
  parameter: z.string().optional(),
  header: z.string().optional(),
  detail: z.string(),
})

/** An RFC 9457 problem document. `current` is the present version of what was to be changed, with a 412. */
export const Problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().optional(),
    errors: z.array(ProblemError).optional(),
    current: z.unknown().optional(),
  })
  .openapi('Problem')

export type Problem = z.infer<typeof Problem>
export type ProblemError = z.infer<typeof ProblemError>
