const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const isIso = /^\d{4}(-\d{2}(-\d{2})?)?$/
const inNumbers = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/
const monthInNumbers = /^(\d{1,2})[/.](\d{4})$/
const inWords = /^(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+)?([a-z]{3,9})\.?[\s,-]+(\d{4})$/i
const withTime = /^(\d{4}-\d{2}-\d{2})[T ][\d:.]+(Z|[+-]\d{2}:?\d{2})?$/
const serial = /^[1-9]\d{4}(\.\d+)?$/
const dayMs = 86_400_000
/** Day 0 of a workbook's dates. Excel's 1900 has a 29 February, so that its days are one on from March 1900. */
const dayZero = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const

/** The first year of a workbook's dates. */
export type DateSystem = keyof typeof dayZero

/**
 * A date as people write it, as 2026-03-12, 2026-03 or 2026: day before month, as in Britain; a workbook's number of a day by its date
 * system. What is none of these is given back as it is.
 */
export function isoDate(text: string, system?: DateSystem): string {
  if (text === '' || isIso.test(text)) return text
  const [, day, month, year] = inNumbers.exec(text) ?? []
  if (day && month && year) return `${year}-${two(month)}-${two(day)}`
  const [, monthAlone, itsYear] = monthInNumbers.exec(text) ?? []
  if (monthAlone && itsYear) return `${itsYear}-${two(monthAlone)}`
  const [, dayBefore, word, yearAfter] = inWords.exec(text) ?? []
  const at = word === undefined ? -1 : months.indexOf(word.slice(0, 3).toLowerCase())
  if (at >= 0) return `${yearAfter}-${two(String(at + 1))}${dayBefore ? `-${two(dayBefore)}` : ''}`
  const [, dayOfTime] = withTime.exec(text) ?? []
  if (dayOfTime) return dayOfTime
  if (system && serial.test(text))
    return new Date(dayZero[system] + Math.floor(Number(text)) * dayMs).toISOString().slice(0, 10)
  return text
}

const two = (digits: string) => digits.padStart(2, '0')
