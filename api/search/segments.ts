import type { Segment } from '../contract/search.ts'

/** What stands before and after each marked place. No text that is entered may hold either. */
export const marks = { open: '\u0001', close: '\u0002' } as const

const eitherMark = new RegExp(`([${marks.open}${marks.close}])`)

/** A text with its places marked, taken apart. Joined, the pieces are the text, whatever it holds. */
export function segmentsOf(marked: string): Segment[] {
  const segments: Segment[] = []
  let isMarked = false
  for (const piece of marked.split(eitherMark)) {
    if (piece === marks.open) isMarked = true
    else if (piece === marks.close) isMarked = false
    else if (piece !== '') add(segments, piece, isMarked)
  }
  return segments
}

export const isAnyMarked = (segments: readonly Segment[]) => segments.some(({ marked }) => marked)

export const textOf = (segments: readonly Segment[]) => segments.map(({ text }) => text).join('')

/** The first name of a list, kept as JSON, that has a marked place in it; null where none has. */
export function firstMarkedName(markedJson: string): Segment[] | null {
  // JSON takes no control characters as they are.
  const json = markedJson.replaceAll(marks.open, '\\u0001').replaceAll(marks.close, '\\u0002')
  const names = (JSON.parse(json) as string[]).map(segmentsOf)
  return names.find(isAnyMarked) ?? null
}

function add(segments: Segment[], text: string, marked: boolean): void {
  const last = segments.at(-1)
  if (last?.marked === marked) last.text += text
  else segments.push({ text, marked })
}
