import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { limit, several } from '../query.ts'
import { SearchAnswer, SearchKind } from '../search.ts'
import { lengths, requiredLine } from '../text.ts'
import { z } from '../z.ts'

export const search = operation({
  id: 'search',
  method: 'get',
  path: paths.search,
  summary: 'Technologies, evidence and signals that hold words which begin like those of `q`, as one types',
  query: z.strictObject({
    q: requiredLine(lengths.search),
    kinds: several(SearchKind),
    limit: limit(50, 10),
  }),
  answers: { 200: SearchAnswer },
})
