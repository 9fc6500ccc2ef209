import { createContext, useContext } from 'react'
import type { Ranking } from '../../api/contract/ranking.ts'
import { type AddressChanges, withQuery } from '../shared/address.ts'

/** What the cells of a ranking need beyond their own row. */
export interface CellWorld {
  ranking: Ranking
  /** Places that more than one technology holds. */
  shared: ReadonlySet<number>
  /** Rows whose score is taken apart. */
  open: ReadonlySet<string>
  toggle: (id: string) => void
  view: AddressChanges
  /** How many are ranked whatever the filters: what a range of places is drawn on. */
  rankedInAll: number
}

export const CellContext = createContext<CellWorld | null>(null)

export function useCellWorld(): CellWorld {
  const world = useContext(CellContext)
  if (!world) throw new Error('A cell of the ranking stands outside of it.')
  return world
}

/** The technology's own page, seen through the same lens. */
export const technologyAddress = (slug: string, view: AddressChanges) =>
  withQuery(`/technologies/${encodeURIComponent(slug)}`, view)
