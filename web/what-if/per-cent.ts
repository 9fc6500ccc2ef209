import { wholeWeight } from '../../api/scans/method.ts'

/** Basis points as per cent, with as many decimals as they have: "60", "13.33". */
export const inPerCent = (weight: number) => String(weight / 100)

/** The basis points of a per cent that somebody typed, to the hundredth; null where it is none from 0 to 100. */
export function weightIn(text: string): number | null {
  if (!/^\s*\d{1,3}([.,]\d*)?\s*$/.test(text)) return null
  const weight = Math.round(Number(text.replace(',', '.')) * 100)
  return weight <= wholeWeight ? weight : null
}
