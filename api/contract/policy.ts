import { z } from './z.ts'

/** A policy item by its frame's slug and its own: `ten-year-plan-areas/prevention`. */
export const policyItem = () =>
  z.string().regex(/^[a-z0-9-]{1,100}\/[a-z0-9-]{1,100}$/, 'must be as ten-year-plan-areas/prevention')

/** Frames of national policy to which technologies are mapped; an item's `slug` is as requests give it, with its frame. */
export const PolicyFrameList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        slug: z.string(),
        name: z.string(),
        question: z.string(),
        note: z.string(),
        source: z.string(),
        items: z.array(z.strictObject({ slug: z.string(), name: z.string(), short: z.string(), meaning: z.string() })),
      }),
    ),
    total: z.int(),
  })
  .openapi('PolicyFrameList')

export type PolicyFrameList = z.infer<typeof PolicyFrameList>
export type PolicyFrame = PolicyFrameList['items'][number]
