import type { RankedTechnology, Ranking } from '../../api/contract/ranking.ts'
import { bandLabel } from '../shared/words.ts'

/** One slice or one ring, drawn over the whole picture. */
export interface Zoom {
  name: string
  category?: string
  band?: number
}

/** What the address asks to enlarge, "category:genomics" or "band:1"; null for nothing, or for what there is not. */
export function zoomFrom(text: string, { categories, bands }: Pick<Ranking, 'categories' | 'bands'>): Zoom | null {
  const [kind, value] = text.split(':')
  const category = categories.find(({ slug }) => kind === 'category' && slug === value)
  if (category) return { name: category.name, category: category.slug }
  const band = bands.find(({ index }) => kind === 'band' && String(index) === value)
  return band ? { name: bandLabel(band), band: band.index } : null
}

export const isIn = (zoom: Zoom, { category, band }: Pick<RankedTechnology, 'category' | 'band'>) =>
  (zoom.category ?? category) === category && (zoom.band ?? band) === band
