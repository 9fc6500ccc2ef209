import type { RoundProgress } from '../ratings/progress.ts'

/** How many items a round asks of a panel member who answers for these specialisms (ids). */
export function itemsAsked(seat: { specialisms: readonly string[] }, { bySpecialism }: RoundProgress): number {
  return seat.specialisms.reduce((total, specialism) => total + (bySpecialism.get(specialism) ?? 0), 0)
}
