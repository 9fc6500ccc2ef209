import type { ReviewVersion } from '../contract/reviews.ts'
import type { ReviewContent } from './review.ts'

interface Kept {
  version: number
  state: 'draft' | 'signed'
  content: ReviewContent
  earlyYear: number | null
  illustrative: boolean
  writer: string | null
  writtenAt: string
}

/** A version in the contract's words. */
export function toVersion({
  content,
  writer,
  version,
  state,
  earlyYear,
  illustrative,
  writtenAt,
}: Kept): ReviewVersion {
  return { ...content, version, state, earlyYear, illustrative, writtenBy: writer, writtenAt }
}
