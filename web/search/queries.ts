import { link, paths } from '../../api/contract/paths.ts'
import type { SearchAnswer, SearchKind } from '../../api/contract/search.ts'
import { withQuery } from '../shared/address.ts'
import { useJson } from '../shared/queries.ts'

interface Search {
  q: string
  limit: number
  kind?: SearchKind | ''
}

/** What is found, the last answer standing until the next has come. Nothing is asked for nothing. A request that is overtaken is given up. */
export function useSearch({ q, limit, kind }: Search) {
  const address = withQuery(link(paths.search, {}), { q, limit, kinds: kind })
  return useJson<SearchAnswer>(['search', q, limit, kind], address, { keep: true, enabled: q !== '' })
}
