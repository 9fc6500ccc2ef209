import type { RoundProgress } from '../ratings/progress.ts'

/** A panel member with the specialisms (ids) they answer for. */
interface Seat {
  id: string
  specialisms: readonly string[]
}

/** What one panel member was asked for one specialism (id), and how much of it is answered. */
export interface Part {
  specialism: string
  asked: number
  answered: number
}

export interface SeatProgress {
  id: string
  asked: number
  answered: number
  /** Only specialisms in which something is asked of them. */
  parts: Part[]
}

/** How much of a shared round is whose, in ids. */
export interface Share {
  panellist: string
  specialism: string
  items: number
}

/** How far each panel member has come, by specialism. Without `shares` everybody is asked all of their specialisms' items. */
export function seatsProgress(
  panel: readonly Seat[],
  { bySpecialism, answeredIn }: Pick<RoundProgress, 'bySpecialism' | 'answeredIn'>,
  shares: readonly Share[] | null,
): SeatProgress[] {
  const shared =
    shares && new Map(shares.map(({ panellist, specialism, items }) => [`${panellist} ${specialism}`, items]))
  const askedOf = (seat: string, specialism: string) =>
    (shared ? shared.get(`${seat} ${specialism}`) : bySpecialism.get(specialism)) ?? 0
  return panel.map(({ id, specialisms }) => {
    const parts = specialisms.flatMap((specialism): Part[] => {
      const asked = askedOf(id, specialism)
      // Of an item that is no longer theirs, an answer given before is not counted against the rest.
      const answered = Math.min(asked, answeredIn.get(id)?.get(specialism) ?? 0)
      return asked > 0 ? [{ specialism, asked, answered }] : []
    })
    return { id, ...totalsOf(parts), parts }
  })
}

export interface SpecialismCounts {
  invited: number
  started: number
  finished: number
  asked: number
  answered: number
}

/** The same by specialism (id): counts of people and items, without anybody's. */
export function countsIn(specialism: string, seats: readonly SeatProgress[]): SpecialismCounts {
  const parts = seats.flatMap((seat) => seat.parts.filter((part) => part.specialism === specialism))
  return {
    invited: parts.length,
    started: parts.filter(({ answered }) => answered > 0).length,
    finished: parts.filter(({ asked, answered }) => answered >= asked).length,
    ...totalsOf(parts),
  }
}

function totalsOf(parts: readonly Part[]): { asked: number; answered: number } {
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
  return { asked: sum(parts.map(({ asked }) => asked)), answered: sum(parts.map(({ answered }) => answered)) }
}
