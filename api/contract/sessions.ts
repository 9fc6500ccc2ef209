import { z } from './z.ts'

/** How somebody showed who they are. */
export const SessionWay = z.enum(['password', 'link', 'single-sign-on', 'look-around'])

/** What a sign-in still needs: a code of the second factor, or that one is set up. */
export const Awaited = z.enum(['second-factor', 'second-factor-set-up'])

/**
 * One sign-in, as its owner and administrators see it. `address` is that of the network and `program` what people call their browser and
 * device, both '' where unknown; `isComplete` says whether everything asked of the sign-in was given.
 */
export const OneSession = z
  .strictObject({
    id: z.string(),
    way: SessionWay,
    startedAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    address: z.string(),
    program: z.string(),
    isThis: z.boolean(),
    isComplete: z.boolean(),
  })
  .openapi('OneSession')

/** Newest use first. */
export const SessionList = z.strictObject({ items: z.array(OneSession), total: z.int() }).openapi('SessionList')

export type SessionWay = z.infer<typeof SessionWay>
export type Awaited = z.infer<typeof Awaited>
export type OneSession = z.infer<typeof OneSession>
export type SessionList = z.infer<typeof SessionList>
