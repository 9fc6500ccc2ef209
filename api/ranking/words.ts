import type { ListName, Missing } from '../contract/ranking.ts'
import type { Band } from '../scans/method.ts'

/** What every ranking says about itself, on the screen and on paper. */
export const whatItIsNot =
  'This ranks how much services must change. It is not a recommendation to buy, nor a measure of patient benefit or cost.'

/** Follows "Change score:". */
export const scoreMeans = 'for putting in order, from 0 to 100; 60 is not twice 30.'

export const listNames: Record<ListName, string> = {
  ranked: 'Ranked',
  awaiting: 'Awaiting answers',
  'already-here': 'Already here',
  'not-affected': 'Judged not to affect',
}

export const listMeanings: Record<ListName, string> = {
  ranked: 'Technologies with enough answers to be put in order.',
  awaiting: 'Technologies that cannot be placed yet, and what each one lacks.',
  'already-here': 'More than half of the answers say that this is already normal practice.',
  'not-affected': 'In every specialism that answered, most say that it would not change their service.',
}

export const missingWords: Record<Missing, string> = {
  'not-asked': 'none of these specialisms was asked',
  panellists: 'too few panel members have answered',
  answers: 'no answer from these specialisms',
  withheld: 'too few panel members here to show a figure',
  imminence: 'nobody has said when',
  readiness: 'its stage of development is not set',
}

type Stance = 'rated' | 'not-affected' | 'already' | 'cannot-judge'
export const stanceNames: Record<Stance, string> = {
  rated: 'Yes',
  'not-affected': 'No, no change',
  already: 'Already normal practice',
  'cannot-judge': 'I can’t judge this',
}

/** "2029 to 2031", "2026", or "after 2036". */
export function bandLabel(band: Band): string {
  if (band.to === null) return `after ${band.from - 1}`
  return band.from === band.to ? String(band.from) : `${band.from} to ${band.to}`
}

/** 1st, 2nd, 3rd, 4th … 11th … 21st. */
export function ordinal(place: number): string {
  const tens = place % 100
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')
  return `${place}${ending}`
}

/** "1 panel member", "12 panel members": English only, the plural given where it is not an s. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}

/** "a, b and c". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** "6 of 30 specialisms": of all that the lens holds. */
export function reachLabel(affected: number, ofSpecialisms: number): string {
  return `${affected} of ${count(ofSpecialisms, 'specialism')}`
}

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' })

/** The day of an instant where the services are: at half past eleven in the evening of a summer's day in UTC, the next one. */
const dayOf = (text: string) => (text.includes('T') ? calendar.format(new Date(text)) : text)

/** "12 March 2026", "March 2026" or "2026", from an instant, a day, a month or a year. */
export function dateLabel(text: string): string {
  const day = dayOf(text)
  const parts = day.split('-').length
  if (parts === 1) return day
  const month = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Date(`${day.padEnd(10, '-01')}T00:00:00Z`).toLocaleDateString(
    'en-GB',
    parts === 2 ? month : { day: 'numeric', ...month },
  )
}

/** "January to March 2026": the months in which something went on. */
export function monthsLabel(from: string, to: string): string {
  const [first = '', last = ''] = [from, to].map((text) => dateLabel(dayOf(text).slice(0, 7)))
  if (first === last) return first
  return first.slice(-4) === last.slice(-4) ? `${first.slice(0, -5)} to ${last}` : `${first} to ${last}`
}
