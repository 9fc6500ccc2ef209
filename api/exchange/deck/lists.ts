import { heightOf, paginate } from './measure.ts'
import { body, type Slide } from './slide.ts'

const size = 18
const between = 0.14
/** Text boxes and bullets take some of the width. */
const inset = 0.6

/** Sentences as bullets, on as many slides as they need, none smaller than can be read from the back of a room. */
export function listSlides(title: string, lines: readonly string[], nothing: string): Slide[] {
  if (lines.length === 0) return [{ title, items: [{ kind: 'text', box: body, text: nothing, size }] }]
  const pieces = lines.flatMap(inPieces)
  const pages = paginate(pieces, (line) => heightOf(line, body.w - inset, size) + between, body.h)
  return pages.map((page, i) => ({
    title: pages.length > 1 ? `${title} (${i + 1} of ${pages.length})` : title,
    items: [{ kind: 'list', box: body, lines: page, size }],
  }))
}

/** A text longer than a slide goes on in the next bullet. */
function inPieces(text: string): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const word of text.replace(/\s+/g, ' ').split(' ')) {
    const longer = piece ? `${piece} ${word}` : word
    if (piece && heightOf(longer, body.w - inset, size) + between > body.h) {
      pieces.push(piece)
      piece = word
    } else piece = longer
  }
  return [...pieces, piece]
}
