import type { StartBy } from '../../api/contract/reviews.ts'
import type { ReviewText } from '../../api/reviews/review.ts'
import { count } from '../shared/words.ts'

// What files that leave Offing say of a review in the same words stands with the rules.
export * from '../../api/reviews/words.ts'

export const textHints: Record<ReviewText, string> = {
  serviceModel: 'How and where the service would work.',
  workforce: 'Which roles grow, change or go; which are new.',
  selection: 'What to look for in people who join.',
  curricula: 'What programmes should teach, and what they could leave out.',
  training: 'What those who work here now must learn, and how long it takes.',
  leadership: 'Who leads the change, and what they need.',
  quality: 'Standards, safety, accreditation, law.',
}

/** "2031", "now (2024)" where the year is not after the scan's first, or "not known". */
export function startInWords({ year }: Pick<StartBy, 'year'>, startYear: number): string {
  if (year === null) return 'not known'
  return year <= startYear ? `now (${year})` : String(year)
}

/** Where the year comes from: "2029, the year it could be as early as, less 3 years to get ready". */
export function startExplained({ from, basis }: StartBy, yearsNeeded: number | null): string {
  if (from === null) return 'The panel’s years for this technology are not known: no start can be worked out.'
  const year =
    basis === 'early'
      ? `${from}, which the panel says it could be as early as`
      : `${from}, the panel’s middle year, since fewer than five answers say when`
  if (yearsNeeded === null) return `Counted back from ${year}. Say how many years you need.`
  return `${year}, less ${count(yearsNeeded, 'year')} to get ready.`
}
