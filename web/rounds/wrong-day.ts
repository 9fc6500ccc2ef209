import { type DateParts, dateFrom, isDay } from '../shared/forms/DateField.tsx'

/** What is wrong with a closing day, or undefined. */
export function wrongDay(parts: DateParts, today: string): string | undefined {
  const date = dateFrom(parts)
  if (date === null) return undefined
  if (!isDay(date)) return 'Enter the closing day as a date that exists: day, month and year'
  return date < today ? 'The closing day must be today or later' : undefined
}
