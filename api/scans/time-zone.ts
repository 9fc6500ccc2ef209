/** The zone of a scan's days and deadlines, unless it says otherwise. */
export const usualTimeZone = 'Europe/London'

/** Whether the IANA time zone database, as the program has it, knows this name. */
export function isTimeZone(name: string): boolean {
  // A clock offset such as +01:00 is taken by the formatter too, but keeps no summer time.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name })
    return true
  } catch {
    return false
  }
}
