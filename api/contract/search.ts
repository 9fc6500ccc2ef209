import { z } from './z.ts'

export const searchKinds = ['technologies', 'evidence', 'signals'] as const
export const SearchKind = z.enum(searchKinds).openapi('SearchKind')

/** A piece of text, and whether it is one of the places that a search found. The pieces joined are the text. */
export const Segment = z.strictObject({ text: z.string(), marked: z.boolean() }).openapi('Segment')

/**
 * One find. `title` is a technology's name, a source's or a signal's title; `alias` the other name by which a technology was found;
 * `by` who published it; `technology` where it leads, the survivor where it was merged; null for a signal that is of none yet.
 */
export const SearchHit = z
  .strictObject({
    id: z.string(),
    found: z.enum(['exact-name', 'name', 'alias', 'description', 'evidence', 'signal']),
    title: z.array(Segment),
    alias: z.array(Segment).nullable(),
    by: z.array(Segment),
    excerpt: z.array(Segment),
    technology: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
    archived: z.boolean(),
  })
  .openapi('SearchHit')

/** Finds of one kind, best first. `total` is counted to 3,000; `isMore` says that there are more than it. */
export const SearchGroup = z
  .strictObject({ kind: SearchKind, total: z.int(), isMore: z.boolean(), hits: z.array(SearchHit) })
  .openapi('SearchGroup')

export const SearchAnswer = z.strictObject({ q: z.string(), groups: z.array(SearchGroup) }).openapi('SearchAnswer')

export type SearchKind = z.infer<typeof SearchKind>
export type Segment = z.infer<typeof Segment>
export type SearchHit = z.infer<typeof SearchHit>
export type SearchGroup = z.infer<typeof SearchGroup>
export type SearchAnswer = z.infer<typeof SearchAnswer>
