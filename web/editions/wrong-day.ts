import { type DateParts, dateFrom, isDay } from '../shared/forms/DateField.tsx'

/** Checks a day: what is wrong in the form's own words, where it is none. */
export const wrongDay =
  (words: string) =>
  (parts: DateParts): string | undefined =>
    isDay(dateFrom(parts) ?? '') ? undefined : words
