import type { EditionState } from '../contract/editions.ts'

/** Which editions a reader may see, as `editions.read` grants it: all, published ones with drafts shown to the board, or published. */
export type Audience = 'all' | 'shown' | 'published'

export function isFor(audience: Audience, edition: { state: EditionState; shownToBoard: boolean }): boolean {
  if (audience === 'all' || edition.state !== 'draft') return true
  return audience === 'shown' && edition.shownToBoard
}
