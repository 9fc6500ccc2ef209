import { useMemo } from 'react'
import type { EditionSummary } from '../../../api/contract/editions.ts'
import type { Ranking } from '../../../api/contract/ranking.ts'
import { type Moved, movedOf } from '../../../api/radar/movement.ts'
import { useMay } from '../account.ts'
import { useEditionComparison } from './comparison.ts'
import { useEditions } from './queries.ts'
import { referenceOf } from './words.ts'

/**
 * By technology id: what became of each since the published edition before. Undefined outside an edition, through a lens, where there is
 * none before, and until it has been worked out which movements are real.
 */
export function useMovements({
  edition,
  lens,
}: Pick<Ranking, 'edition' | 'lens'>): ReadonlyMap<string, Moved> | undefined {
  const mayRead = useMay('editions.read') && edition !== null && lens.kind === 'all'
  const editions = useEditions({}, { enabled: mayRead }).data?.items ?? []
  const enabled = mayRead && editions.some((one) => isBefore(one, edition))
  const query = useEditionComparison(edition ? referenceOf(edition) : '', '', { enabled })
  const comparison = enabled && !query.isPlaceholderData ? query.data : undefined
  return useMemo(() => {
    if (!comparison || comparison.chances.state === 'working') return undefined
    return new Map(comparison.items.filter(({ to }) => to !== null).map((item) => [item.id, movedOf(item)]))
  }, [comparison])
}

const isBefore = ({ state, number }: EditionSummary, edition: { number: number | null }) =>
  state === 'published' && number! < (edition.number ?? Number.POSITIVE_INFINITY)
