import { z } from './z.ts'

/** Published lengths, in characters. */
export const lengths = { name: 120, line: 300, text: 2000, address: 1000, search: 200 } as const

// Control characters, line separators, halves of surrogate pairs, what turns the direction of the text around it, and two that are no
// characters: a workbook or a feed that holds one cannot be opened. A line of text has no tab or line break either.
const aLine = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufffe\uffff]*$/u
const manyLines = /^(?:[\t\n]|[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufffe\uffff])*$/u
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u
const controls = 'must not hold control characters'
const empty = 'must not be empty'
/** Spaces without width are no text. Nothing at all is the length's to refuse. */
const isVisible = (text: string) => text === '' || visible.test(text)

/** One line of text: NFC, trimmed, without control characters. */
export const line = (most: number = lengths.line) =>
  z.string().normalize('NFC').trim().max(most, `must be at most ${most} characters`).regex(aLine, controls)

export const requiredLine = (most: number = lengths.line) => line(most).min(1, empty).refine(isVisible, empty)

/** Text of several lines: as a line, but tabs and line breaks are allowed. */
export const prose = (most: number = lengths.text) =>
  z
    .string()
    .overwrite((text) => text.replace(/\r\n?/g, '\n'))
    .normalize('NFC')
    .trim()
    .max(most, `must be at most ${most} characters`)
    .regex(manyLines, controls)

export const requiredProse = (most: number = lengths.text) => prose(most).min(1, empty).refine(isVisible, empty)

/** An http or https address. */
export const webAddress = () =>
  line(lengths.address).regex(
    /^https?:\/\/[^\s/]+\.[^\s]+$/u,
    'must be an address that begins with http:// or https://',
  )

/** An id or a slug, as it stands in an address. */
export const reference = () => z.string().regex(/^[a-z0-9][a-z0-9-]{0,139}$/, 'must be an id or a slug')

export const instant = () => z.iso.datetime()
export const calendarYear = () => z.int().min(1900).max(2200)

/** A day, a month or a year: 2026-03-12, 2026-03 or 2026. */
export const partialDate = () =>
  z
    .string()
    .regex(
      /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
      'must be a day, a month or a year, as 2026-03-12, 2026-03 or 2026',
    )
    .refine(isCalendarDate, 'must be a date that exists')

function isCalendarDate(text: string): boolean {
  if (text.length < 10) return true
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** A day: 2026-03-12. */
export const day = () => z.iso.date()
