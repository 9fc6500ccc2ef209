const zone = 'Europe/London'
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
const dayMs = 86_400_000

/** The instant (ISO 8601, UTC) at which a day begins in London, or the day so many days later. */
export function startOfDay(day: string, later = 0): string {
  const midnight = Date.parse(`${day}T00:00:00Z`) + later * dayMs
  // Summer time is ahead of UTC, so the day begins before its midnight in UTC by as much as the clock then shows.
  const shown = Date.parse(`${clock.format(midnight).replace(' ', 'T')}Z`)
  return new Date(midnight - (shown - midnight)).toISOString()
}
