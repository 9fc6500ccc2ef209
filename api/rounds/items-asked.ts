import type { RoundProgress } from '../ratings/progress.ts'

/** How many items a round asks of a panel member: their share, or all of the specialisms (ids) they answer for. */
export function itemsAsked(
  seat: { id: string; specialisms: readonly string[] },
  { bySpecialism, shares }: Pick<RoundProgress, 'bySpecialism' | 'shares'>,
): number {
  if (shares) return shares.get(seat.id) ?? 0
  return seat.specialisms.reduce((total, specialism) => total + (bySpecialism.get(specialism) ?? 0), 0)
}
