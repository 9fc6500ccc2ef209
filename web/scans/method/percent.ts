import { wholeWeight } from '../../../api/scans/method.ts'

/** Basis points as they are typed and shown in per cent: 6050 is "60.5". */
export const percentOf = (basisPoints: number) =>
  ((100 * basisPoints) / wholeWeight).toLocaleString('en-GB', { maximumFractionDigits: 2, useGrouping: false })

/** Whole basis points of a percentage with at most two decimals; null of anything else. */
export function basisPointsOf(text: string): number | null {
  const typed = text.trim().replace(/\s*%$/, '')
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(typed)) return null
  return Math.round(Number(typed) * 100)
}
