/** How exact a date is, from its form: 2026-03-12, 2026-03 or 2026. */
export function precisionOf(date: string | null): 'day' | 'month' | 'year' | null {
  if (date === null) return null
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
}
