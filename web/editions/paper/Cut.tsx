import { shortened } from '../../specialisms/brief.ts'

/** A text of the edition, cut between words where the paper has no room for all of it, which it says. */
export function Cut({ text, most }: { text: string; most: number | null }) {
  const short = most === null ? null : shortened(text, most)
  return short === null ? text : `${short} (in full in the edition)`
}
