import type { ListName, RankedTechnology, Ranking, UnrankedTechnology } from '../contract/ranking.ts'
import type { PlaceableTechnology, Readings } from '../contract/readings.ts'
import type { Criterion, Weights } from '../scans/method.ts'
import { alphabetOf, nameOrder, type Placeable, putInPlaces } from './order.ts'
import { missingReadiness } from './rank.ts'
import { withScore } from './rows.ts'
import { contributionsOf, scoreOf, sharesOf } from './score.ts'

/**
 * Ranks readings by weights, as `GET /ranking` does with the same weights: for the browser, where weights are moved. What does
 * not depend on them is made ready once, so that each further call only adds up and sorts.
 */
export function weigher(readings: Readings): (weights: Weights, list?: ListName) => Ranking {
  const { lensSize, placeable, undated, awaiting, alreadyHere, notAffected, ...rest } = readings
  const alphabets = new Map([...placeable, ...undated, ...awaiting].map(({ id, name }) => [id, alphabetOf(name)]))
  const placeableRows = placeable.map((row) => ({ row, alphabet: alphabets.get(row.id)! }))

  return (weights, list = 'ranked') => {
    const shares = sharesOf(weights, lensSize)
    const ranked = placed(placeableRows, shares)
    const itemsOf: Record<ListName, () => (RankedTechnology | UnrankedTechnology)[]> = {
      ranked: () => ranked,
      awaiting: () => inNameOrder([...awaiting, ...awaitingBy(shares, placeable, undated)], alphabets),
      'already-here': () => alreadyHere,
      'not-affected': () => notAffected,
    }
    const counts = {
      ranked: ranked.length,
      awaiting: awaiting.length + undated.length + placeable.length - ranked.length,
      'already-here': alreadyHere.length,
      'not-affected': notAffected.length,
    }
    const items = itemsOf[list]()
    return { ...rest, weights, shares, counts, list, items, total: items.length, nextCursor: null }
  }
}

type Shares = Record<Criterion, number>

function placed(
  placeable: readonly { row: PlaceableTechnology; alphabet: string }[],
  shares: Shares,
): RankedTechnology[] {
  const scored: (Placeable & Pick<RankedTechnology, 'place' | 'contributions'> & { row: PlaceableTechnology })[] = []
  for (const { row, alphabet } of placeable) {
    if (missingReadiness(row, shares).length > 0) continue
    const contributions = contributionsOf(row.values, shares)
    const score = scoreOf(contributions)
    scored.push({ id: row.id, alphabet, score, place: 0, contributions, row })
  }
  putInPlaces(scored)
  return scored.map(({ row, place, score, contributions }) => withScore(row, place, score, contributions))
}

function inNameOrder(
  rows: readonly UnrankedTechnology[],
  alphabets: ReadonlyMap<string, string>,
): UnrankedTechnology[] {
  const named = rows.map((row) => ({ id: row.id, alphabet: alphabets.get(row.id)!, row }))
  return named.sort(nameOrder).map(({ row }) => row)
}

/** What awaits something by these weights only, or whatever they are. */
function awaitingBy(
  shares: Shares,
  placeable: readonly PlaceableTechnology[],
  undated: Readings['undated'],
): UnrankedTechnology[] {
  const rowOf = ({ id, slug, name, category, panellists }: Omit<UnrankedTechnology, 'missing'>) => ({
    id,
    slug,
    name,
    category,
    panellists,
  })
  return [
    ...undated.map((one) => ({ ...rowOf(one), missing: ['imminence' as const, ...missingReadiness(one, shares)] })),
    ...placeable
      .map((one) => ({ ...rowOf(one), missing: missingReadiness(one, shares) }))
      .filter(({ missing }) => missing.length > 0),
  ]
}
