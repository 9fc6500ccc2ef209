import type { Database } from '../../db/open.ts'
import { type SearchFor, searchEvidence, searchSignals, searchTechnologies } from '../../db/search.ts'
import type { SearchAnswer, SearchKind } from '../contract/search.ts'

const searches = { technologies: searchTechnologies, evidence: searchEvidence, signals: searchSignals }

/** Searches these kinds, in this order. */
export async function search(db: Database, asked: SearchFor, kinds: readonly SearchKind[]): Promise<SearchAnswer> {
  const groups: SearchAnswer['groups'] = []
  for (const kind of kinds) groups.push({ kind, ...(await searches[kind](db, asked)) })
  return { q: asked.q, groups }
}
