import type { Workforce, WorkforceRow } from '../../api/contract/reviews.ts'

/** One year of a technology's line, in per cent. */
export interface SharePoint {
  year: number
  best: number
  range: [low: number, high: number]
}

/** Nobody at the start, then the shares halfway and at the end. */
export function pointsOf({ middle, end }: WorkforceRow, { scan, middleYear }: Workforce): SharePoint[] {
  return [
    { year: scan.startYear, best: 0, range: [0, 0] },
    { year: middleYear, best: middle.best, range: [middle.low, middle.high] },
    { year: scan.endYear, best: end.best, range: [end.low, end.high] },
  ]
}
