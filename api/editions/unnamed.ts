import type { FrozenTechnology } from '../contract/editions.ts'

/** A technology of an edition for somebody without an account: what was signed, never by whom. */
export function unnamed(technology: FrozenTechnology): FrozenTechnology {
  return { ...technology, reviews: technology.reviews.map((review) => ({ ...review, signedBy: null })) }
}
