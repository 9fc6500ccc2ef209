import { type ReviewContent, type ReviewText, reviewTexts, type Share } from '../../api/reviews/review.ts'
import { draftOf } from '../shared/drafts.ts'
import type { Words } from '../technologies/resolver.ts'
import { textLabels } from './words.ts'

type ShareFields = Record<keyof Share, string>

/** A review as it is typed: every field a text, until it is sent. */
export interface ReviewFields extends Record<ReviewText, string> {
  readiness: string
  affected: { middle: ShareFields; end: ShareFields }
  yearsNeeded: string
  action: string
}

export function fieldsOf(content: ReviewContent): ReviewFields {
  const texts = Object.fromEntries(reviewTexts.map((name) => [name, content[name]])) as Record<ReviewText, string>
  return {
    ...texts,
    readiness: content.readiness ?? '',
    affected: { middle: shareFields(content.affected?.middle), end: shareFields(content.affected?.end) },
    yearsNeeded: textOf(content.yearsNeeded),
    action: content.action ?? '',
  }
}

/** What is sent. It may be wrong still: the schema of the contract says what is. */
export function reviewRequest(fields: ReviewFields) {
  const { affected, readiness, yearsNeeded, action, ...texts } = fields
  const typed = [affected.middle, affected.end].flatMap((share) => Object.values(share))
  return {
    ...texts,
    readiness: readiness || null,
    affected: typed.every((text) => text.trim() === '')
      ? null
      : { middle: shareFrom(affected.middle), end: shareFrom(affected.end) },
    yearsNeeded: numberFrom(yearsNeeded),
    action: action || null,
  }
}

/** What is no number stays NaN, which the schema refuses. */
export const numberFrom = (text: string) => (text.trim() === '' ? null : Number(text.replace('%', '').trim()))

const textOf = (number: number | null | undefined) => (number == null ? '' : String(number))
const shareFields = (share: Share | undefined): ShareFields => ({
  low: textOf(share?.low),
  best: textOf(share?.best),
  high: textOf(share?.high),
})
const shareFrom = ({ low, best, high }: ShareFields) => ({
  low: numberFrom(low),
  best: numberFrom(best),
  high: numberFrom(high),
})

const percents = (when: string) => ({
  low: `Enter the lowest share ${when} as a whole per cent from 0 to 100, or leave all six empty`,
  best: `Enter the likeliest share ${when} as a whole per cent from 0 to 100, or leave all six empty`,
  high: `Enter the highest share ${when} as a whole per cent from 0 to 100, or leave all six empty`,
})

const shareWords = (moment: 'middle' | 'end', when: string): Words => ({
  [`affected.${moment}`]: `The shares ${when} must rise from lowest over likeliest to highest`,
  ...Object.fromEntries(Object.entries(percents(when)).map(([part, words]) => [`affected.${moment}.${part}`, words])),
})

/** What each field asks for, in the order of the page. */
export const reviewWords: Words = {
  ...Object.fromEntries(reviewTexts.map((name) => [name, textLabels[name]])),
  readiness: 'Choose how ready the service is',
  yearsNeeded: 'Enter the years needed as a whole number from 0 to 20',
  action: 'Choose what to do',
  ...shareWords('middle', 'halfway'),
  ...shareWords('end', 'at the end'),
}

export const reviewDraft = (account: string, review: Record<string, string>) =>
  `review ${account} ${Object.values(review).join(' ')}`

/** What was typed before, say before the session ended. */
export const typedBefore = (key: string) => draftOf<ReviewFields>(key)
