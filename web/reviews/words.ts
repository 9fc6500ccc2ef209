import type { StartBy } from '../../api/contract/reviews.ts'
import type { ReviewAction, ReviewContent, ReviewText, ServiceReadiness, Share } from '../../api/reviews/review.ts'
import { count } from '../shared/words.ts'

export const textLabels: Record<ReviewText, string> = {
  serviceModel: 'Service model',
  workforce: 'Roles and workforce',
  selection: 'Selection',
  curricula: 'Curricula',
  training: 'Education and training',
  leadership: 'Leadership',
  quality: 'Quality and regulation',
}

export const textHints: Record<ReviewText, string> = {
  serviceModel: 'How and where the service would work.',
  workforce: 'Which roles grow, change or go; which are new.',
  selection: 'What to look for in people who join.',
  curricula: 'What programmes should teach, and what they could leave out.',
  training: 'What those who work here now must learn, and how long it takes.',
  leadership: 'Who leads the change, and what they need.',
  quality: 'Standards, safety, accreditation, law.',
}

export const readinessNames: Record<ServiceReadiness, string> = {
  now: 'We could start now',
  'within-two-years': 'Within two years, with training or equipment',
  'needs-new': 'It needs new posts, space or systems',
  'cannot-see': 'We can’t see how',
}

export const actionNames: Record<ReviewAction, string> = {
  watch: 'Watch',
  prepare: 'Prepare',
  pilot: 'Pilot',
  adopt: 'Adopt',
  nothing: 'Do nothing',
}

export const fieldLabels: Record<keyof ReviewContent, string> = {
  ...textLabels,
  readiness: 'Readiness of the service',
  affected: 'Share of the workforce affected',
  yearsNeeded: 'Years needed to get ready',
  action: 'What to do',
}

/** "25% (15 to 40)". */
export const shareInWords = ({ low, best, high }: Share) => `${best}% (${low} to ${high})`

/** A field of a review as it is read; nothing where it is empty. */
export function fieldInWords(content: ReviewContent, field: keyof ReviewContent): string {
  if (field === 'readiness') return content.readiness ? readinessNames[content.readiness] : ''
  if (field === 'action') return content.action ? actionNames[content.action] : ''
  if (field === 'yearsNeeded') return content.yearsNeeded === null ? '' : count(content.yearsNeeded, 'year')
  if (field !== 'affected') return content[field]
  const { affected } = content
  return affected ? `halfway ${shareInWords(affected.middle)}, at the end ${shareInWords(affected.end)}` : ''
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
