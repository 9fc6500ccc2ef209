import type { ImportKind } from '../../api/contract/imports.ts'
import { largestImport, radarMedia, spreadsheets } from '../../api/contract/media.ts'
import { useMay } from '../shared/account.ts'

/** What somebody may send: a kind of import as a spreadsheet, or technologies as a radar of another tool. */
export type Offer = ImportKind | 'radar'

export const offerNames: Record<Offer, string> = {
  technologies: 'Technologies',
  signals: 'Signals',
  radar: 'Technologies, as a radar of another tool',
  ratings: 'Ratings, as an imported round',
}

export const kindOf = (offer: Offer): ImportKind => (offer === 'radar' ? 'technologies' : offer)

/** What the reader may send, in the order in which it is offered. */
export function useOffers(): Offer[] {
  const mayRegistry = useMay('imports.write')
  const mayRatings = useMay('ratings.import')
  return [
    ...(mayRegistry ? (['technologies', 'signals', 'radar'] as const) : []),
    ...(mayRatings ? (['ratings'] as const) : []),
  ]
}

/** How a file is sent, by its name and by what it is offered as, and the largest that is taken. */
export function sentAs(offer: Offer, name: string): { type: string; largest: number } {
  if (offer === 'radar')
    return { type: /\.json$/i.test(name) ? radarMedia : spreadsheets.csv, largest: largestImport.radar }
  if (/\.xlsx$/i.test(name)) return { type: spreadsheets.xlsx, largest: largestImport.xlsx }
  return { type: spreadsheets.csv, largest: largestImport.csv }
}

export const endings = (offer: Offer) => (offer === 'radar' ? '.json,.csv' : '.csv,.tsv,.txt,.xlsx')
