import { count } from '../ranking/words.ts'
import type { ReviewAction, ReviewContent, ReviewText, ServiceReadiness, Share } from './review.ts'

export const textLabels: Record<ReviewText, string> = {
  serviceModel: 'Service model',
  workforce: 'Roles and workforce',
  selection: 'Selection',
  curricula: 'Curricula',
  training: 'Education and training',
  leadership: 'Leadership',
  quality: 'Quality and regulation',
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
