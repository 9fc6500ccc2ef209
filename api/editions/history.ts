import type { TechnologyHistory } from '../contract/comparison.ts'
import type { EditionDocument } from './document.ts'
import { type Sureness, stoodOf, unsure } from './stood.ts'

type Item = TechnologyHistory['items'][number]

/** Where a technology stood in one edition; null where that edition knows nothing of it in any list. */
export function historyIn(document: EditionDocument, id: string, sure: Sureness = unsure): Omit<Item, 'edition'> {
  const row = document.ranked.find((one) => one.id === id)
  const { others } = document
  const list = (Object.keys(others) as (keyof typeof others)[]).find((name) =>
    others[name].some((one) => one.id === id),
  )
  return {
    list: row ? 'ranked' : (list ?? 'not-in-scan'),
    stood: row ? stoodOf(row, sure) : null,
    early: row?.years.early ?? null,
    late: row?.years.late ?? null,
    of: document.ranked.length,
  }
}
