const dayMs = 24 * 3_600_000
/** More zones than there are. */
const mostZones = 1_000

/** The day of the calendar in a time zone at a moment: 2026-03-12. */
export function dayAt(moment: Date, zone: string): string {
  return calendarOf(zone).format(moment)
}

/**
 * The moment at which a day (2026-03-12) ends in a time zone: the first of the next day. Right on days on which the clocks
 * change too, even where they change at midnight. Throws a RangeError for a zone or day that does not exist.
 */
export function closingInstant(day: string, zone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`) + dayMs
  const next = new Date(midnight).toISOString().slice(0, 10)
  // Whatever the clocks do, their offset near that midnight is the one of the day before or of the day after.
  const [latest, earliest] = [midnight - dayMs, midnight + dayMs]
    .map((moment) => midnight - offsetAt(moment, zone))
    .toSorted((a, b) => b - a) as [number, number]
  const isFirstOfNext = (moment: number) =>
    dayAt(new Date(moment), zone) === next && dayAt(new Date(moment - 1), zone) === day
  return new Date(isFirstOfNext(latest) ? latest : earliest)
}

/** Whether a round with this closing day takes no more answers. */
export function isPast(closesOn: string | null, zone: string, now: Date): boolean {
  return closesOn !== null && now >= closingInstant(closesOn, zone)
}

/** By how many milliseconds the clocks of a zone are ahead of UTC. */
function offsetAt(moment: number, zone: string): number {
  const local = clockOf(zone).format(moment).replace(' ', 'T')
  return Date.parse(`${local}Z`) - Math.floor(moment / 1000) * 1000
}

// The Swedish way of writing is the order that dates are compared in: 2026-03-12 09:30:00.
const calendarOf = keptByZone((zone) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }))
const clockOf = keptByZone(
  (zone) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }),
)

/** A formatter takes longer to make than to use, and every answer asks whether its round has closed. */
function keptByZone(make: (zone: string) => Intl.DateTimeFormat) {
  const kept = new Map<string, Intl.DateTimeFormat>()
  return (zone: string): Intl.DateTimeFormat => {
    const known = kept.get(zone) ?? make(zone)
    if (kept.size < mostZones) kept.set(zone, known)
    return known
  }
}
