import type { Ranking } from '../contract/ranking.ts'
import { bandLabel, listed } from '../ranking/words.ts'

interface Filters {
  category?: string[] | undefined
  band?: number[] | undefined
  specialism?: string[] | undefined
  technology?: string[] | undefined
  q?: string | undefined
  sort: '-score' | 'name' | 'year'
}

const orders = { name: 'by name', year: 'by middle guess' } as const

/** What rows were chosen by, and another order than the ranking's own, as labels and texts. */
export function filtersInWords(filters: Filters, ranking: Ranking): { label: string; text: string }[] {
  const categories = named(ranking.categories)
  const specialisms = named(ranking.lenses.specialisms)
  const bands = new Map(ranking.bands.map((band) => [band.index, bandLabel(band)]))
  const said = [
    { label: 'Only of categories', text: listed((filters.category ?? []).map(categories)) },
    { label: 'Only expected', text: listed((filters.band ?? []).map((band) => bands.get(band) ?? String(band))) },
    { label: 'Only where asked of', text: listed((filters.specialism ?? []).map(specialisms)) },
    { label: 'Only of technologies', text: listed(filters.technology ?? []) },
    { label: 'Only matching', text: filters.q ?? '' },
    { label: 'In another order', text: filters.sort === '-score' ? '' : orders[filters.sort] },
  ]
  return said.filter(({ text }) => text !== '')
}

function named(all: readonly { slug: string; name: string }[]): (slug: string) => string {
  const names = new Map(all.map(({ slug, name }) => [slug, name]))
  return (slug) => names.get(slug) ?? slug
}
