/**
 * From this share of the specialisms up, how widespread a technology is counts in full (`reachFull` of the usual method): what is likely
 * for more of them is broad, and scores higher for being so.
 */
export const broadShare = 0.2

export type Breadth = 'has-parts' | 'many-specialisms'

/** Why a technology is broad: it is a whole with parts, or likely for more than `broadShare` of all specialisms; null where it is not. */
export function breadthOf(parts: number, specialisms: number, ofSpecialisms: number): Breadth | null {
  if (parts > 0) return 'has-parts'
  return ofSpecialisms > 0 && specialisms / ofSpecialisms > broadShare ? 'many-specialisms' : null
}
