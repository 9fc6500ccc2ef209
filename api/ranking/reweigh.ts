import type { ListName, RankedTechnology, Ranking, UnrankedTechnology } from '../contract/ranking.ts'
import type { PlaceableTechnology, Readings } from '../contract/readings.ts'
import type { Criterion, Weights } from '../scans/method.ts'
import { alphabetOf, nameOrder, type Placeable, putInPlaces } from './order.ts'
import { missingReadiness } from './rank.ts'
import { contributionsOf, scoreOf, sharesOf } from './score.ts'

/**
 * Ranks readings by weights, as `GET /ranking` does with the same weights: for the browser, where weights are moved. What does
 * not depend on them is made ready once, so that each further call only adds up and sorts.
 */
export function weigher(readings: Readings): (weights: Weights, list?: ListName) => Ranking {
  const { lensSize, placeable, undated, awaiting, alreadyHere, notAffected, ...rest } = readings
  const alphabets = new Map([...placeable, ...undated, ...awaiting].map(({ id, name }) => [id, alphabetOf(name)]))
  const byName = (rows: UnrankedTechnology[]) =>
    rows.sort((a, b) => nameOrder({ ...a, alphabet: alphabets.get(a.id)! }, { ...b, alphabet: alphabets.get(b.id)! }))
  const others = { 'already-here': alreadyHere, 'not-affected': notAffected }

  return (weights, list = 'ranked') => {
    const shares = sharesOf(weights, lensSize)
    const ranked = placed(placeable, shares, alphabets)
    const lists: Record<ListName, (RankedTechnology | UnrankedTechnology)[]> = {
      ...others,
      ranked,
      awaiting: byName([...awaiting, ...awaitingBy(shares, placeable, undated)]),
    }
    const counts = {
      ranked: ranked.length,
      awaiting: lists.awaiting.length,
      'already-here': alreadyHere.length,
      'not-affected': notAffected.length,
    }
    const items = lists[list]
    return { ...rest, weights, shares, counts, list, items, total: items.length, nextCursor: null }
  }
}

type Shares = Record<Criterion, number>

function placed(
  placeable: readonly PlaceableTechnology[],
  shares: Shares,
  alphabets: ReadonlyMap<string, string>,
): RankedTechnology[] {
  const scored: (Placeable & { place: number; row: RankedTechnology })[] = []
  for (const one of placeable) {
    if (missingReadiness(one, shares).length > 0) continue
    const contributions = contributionsOf(one.values, shares)
    const score = scoreOf(contributions)
    const row = { ...one, place: 0, score, contributions }
    scored.push({ id: one.id, alphabet: alphabets.get(one.id)!, score, place: 0, row })
  }
  putInPlaces(scored)
  return scored.map(({ place, row }) => {
    row.place = place
    return row
  })
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
