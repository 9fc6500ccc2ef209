import type { RankedTechnology } from '../../api/contract/ranking.ts'
import { countedCategories, foldingNotice } from '../../api/exchange/fold.ts'
import { useRanking } from '../shared/queries.ts'

/** Slices that the forms of Thoughtworks and AOE hold. */
const mostSlices = 4

/** Says which categories of an edition are joined where a form has fewer slices; nothing where none are, or until it is known. */
export function FoldingNotice({ edition }: { edition: string }) {
  const ranking = useRanking({ edition, limit: 20_000 }).data
  if (!ranking) return null
  const notice = foldingNotice(mostSlices, countedCategories(ranking.categories, ranking.items as RankedTechnology[]))
  return notice && <p className="offing-quiet nhsuk-u-reading-width">Thoughtworks and AOE: {notice}</p>
}
