import type { Evidence } from '../../../api/contract/technologies.ts'
import { dateLabel } from '../../shared/words.ts'

type Dated = Pick<Evidence, 'id' | 'date' | 'dateRole' | 'retrievedOn'>

/** Newest first; what shows no date comes last, by the day on which it was read. */
export function newestFirst<E extends Dated>(evidence: readonly E[]): E[] {
  return evidence.toSorted(
    (a, b) => compare(b.date, a.date) || compare(b.retrievedOn, a.retrievedOn) || (a.id < b.id ? -1 : 1),
  )
}

/** "12 March 2026", "planned for 2030", "date not shown, retrieved 1 October 2026". */
export function whenLabel({ date, dateRole, retrievedOn }: Dated): string {
  if (date === null) return retrievedOn ? `date not shown, retrieved ${dateLabel(retrievedOn)}` : 'date not shown'
  return dateRole === 'planned' ? `planned for ${dateLabel(date)}` : dateLabel(date)
}

function compare(a: string | null, b: string | null): number {
  const [one, other] = [a ?? '', b ?? '']
  return one < other ? -1 : one > other ? 1 : 0
}
