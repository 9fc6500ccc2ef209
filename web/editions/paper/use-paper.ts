import { useQuery } from '@tanstack/react-query'
import type { Certainty } from '../../../api/contract/certainty.ts'
import type { Comparison } from '../../../api/contract/comparison.ts'
import type { Edition } from '../../../api/contract/editions.ts'
import { link, paths } from '../../../api/contract/paths.ts'
import type { RankedTechnology, Ranking } from '../../../api/contract/ranking.ts'
import type { About } from '../../../api/contract/session.ts'
import { withQuery } from '../../shared/address.ts'
import { getJson } from '../../shared/api-client.ts'
import { keys } from '../../shared/queries.ts'

/** All that a board paper is made from. A paper is whole or not shown at all, since it is taken away and read without us. */
export interface PaperGiven {
  about: About
  edition: Edition
  ranking: Ranking
  /** The first 25, or fewer where fewer are ranked. */
  first: readonly RankedTechnology[]
  certainty: Certainty
  /** Null where no edition was published before. */
  changes: Comparison | null
}

/** A board looks at these first. */
export const firstOnPaper = 25

/** Read again while ranges or chances are being worked out. */
export const usePaper = (edition: string) =>
  useQuery({
    queryKey: [keys.editions, 'paper', edition],
    queryFn: ({ signal }) => read(edition, signal),
    refetchInterval: ({ state: { data } }) => (data && isWorking(data) ? 2_000 : false),
  })

export const isWorking = ({ certainty, changes }: PaperGiven) =>
  certainty.state === 'working' || changes?.chances.state === 'working'

async function read(reference: string, signal: AbortSignal): Promise<PaperGiven> {
  const query = { edition: reference }
  const [about, edition, ranking, certainty] = await Promise.all([
    getJson<About>(link(paths.about, {}), signal),
    getJson<Edition>(link(paths.edition, query), signal),
    getJson<Ranking>(withQuery(link(paths.ranking, {}), { ...query, limit: firstOnPaper }), signal),
    getJson<Certainty>(withQuery(link(paths.certainty, {}), query), signal),
  ])
  const changes = edition.previous ? await getJson<Comparison>(link(paths.editionComparison, query), signal) : null
  return { about, edition, ranking, first: ranking.items as RankedTechnology[], certainty, changes }
}
