/** The parts of a review that are told in words, in the order of the page. */
export const reviewTexts = [
  'serviceModel',
  'workforce',
  'selection',
  'curricula',
  'training',
  'leadership',
  'quality',
] as const
export type ReviewText = (typeof reviewTexts)[number]

/** How ready a service is for a technology, readiest first. */
export const serviceReadinesses = ['now', 'within-two-years', 'needs-new', 'cannot-see'] as const
export type ServiceReadiness = (typeof serviceReadinesses)[number]

export const reviewActions = ['watch', 'prepare', 'pilot', 'adopt', 'nothing'] as const
export type ReviewAction = (typeof reviewActions)[number]

/** A share of a specialism's workforce in whole per cent: `low` ≤ `best` ≤ `high`. */
export interface Share {
  low: number
  best: number
  high: number
}

/** What a specialism says of a technology. What nobody has said yet is the empty text or null. */
export interface ReviewContent extends Record<ReviewText, string> {
  readiness: ServiceReadiness | null
  /** By the middle and by the end of the scan's horizon. */
  affected: { middle: Share; end: Share } | null
  /** Whole years that services need to get ready. */
  yearsNeeded: number | null
  action: ReviewAction | null
}

export const reviewFields: readonly (keyof ReviewContent)[] = [
  ...reviewTexts,
  'readiness',
  'affected',
  'yearsNeeded',
  'action',
]

export const emptyReview: ReviewContent = {
  serviceModel: '',
  workforce: '',
  selection: '',
  curricula: '',
  training: '',
  leadership: '',
  quality: '',
  readiness: null,
  affected: null,
  yearsNeeded: null,
  action: null,
}

export function isOrdered({ low, best, high }: Share): boolean {
  return low <= best && best <= high
}

/** The fields in which two versions differ, in the order of the page. */
export function changedFields(before: ReviewContent, after: ReviewContent): (keyof ReviewContent)[] {
  return reviewFields.filter(
    (field) => JSON.stringify(inOrder(before[field])) !== JSON.stringify(inOrder(after[field])),
  )
}

/** Objects are compared whatever the order of their fields. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([key, one]) => [key, inOrder(one)])
}

/** A review's versions by number: its newest, and its newest signed one; null where it was never signed. */
export interface ReviewHead {
  newest: number
  signed: number | null
}

/** Which version a reader sees, or null for none: drafts are for those who may see them, signed ones for everybody. */
export function shownVersion(
  { newest, signed }: ReviewHead,
  maySeeDrafts: boolean,
  wanted: 'draft' | 'signed' | undefined,
): number | null {
  const draft = maySeeDrafts && newest !== signed ? newest : null
  if (wanted === 'draft') return draft
  return wanted === 'signed' ? signed : (draft ?? signed)
}
