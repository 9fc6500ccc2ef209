import type { Segment } from '../../api/contract/search.ts'

/** A text with the places that were found marked; it is text, whatever it holds. */
export function Marked({ segments }: { segments: readonly Segment[] }) {
  return segments.map(({ text, marked }, i) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name than their place in it
    return marked ? <mark key={i}>{text}</mark> : <span key={i}>{text}</span>
  })
}
