import type { TechnologyHistory } from '../../../api/contract/comparison.ts'

/** One edition on the chart: its place, and the range in which it could be; nothing where it was not ranked. */
export interface PlacePoint {
  edition: string
  place: number | null
  range: [number, number] | null
}

/** The editions in which it is ranked, with those between them in which it is not. */
export function placed(items: TechnologyHistory['items']): PlacePoint[] {
  const points = items.map(({ edition, stood }) => ({
    edition: `${edition.scan.startYear}, no. ${edition.number}`,
    place: stood?.place ?? null,
    range: stood?.low != null && stood.high !== null ? ([stood.low, stood.high] as [number, number]) : null,
  }))
  const isRanked = points.map(({ place }) => place !== null)
  return points.slice(isRanked.indexOf(true), isRanked.lastIndexOf(true) + 1)
}
