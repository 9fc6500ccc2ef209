import type { TechnologyHistory } from '../../contract/comparison.ts'
import type { ComparedEdition } from './compare.ts'

type Item = TechnologyHistory['items'][number]

/** Where a technology stood in one edition, or in which of its lists it is without a place. */
export function historyIn({ ranked, otherList }: ComparedEdition, id: string): Omit<Item, 'edition'> {
  const row = ranked.find((one) => one.id === id)
  return {
    list: row ? 'ranked' : (otherList.get(id) ?? 'not-in-scan'),
    stood: row?.stood ?? null,
    early: row?.early ?? null,
    late: row?.late ?? null,
    of: ranked.length,
  }
}
