/** Today as a day of the calendar in a time zone: 2026-03-12. */
export const dayIn = (zone: string, now = new Date()) => now.toLocaleDateString('sv-SE', { timeZone: zone })

/** Whole days from one day to another; negative where the other is past. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
