import { type Source, Unreadable } from './file-reader.ts'
import { withItsOwnSigns } from './windows-1252.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** What is said of each. Of the last nobody can be sure: any bytes at all may be that. */
export const encodingNotes: Record<Encoding, string> = {
  'utf-8': 'Read as UTF-8.',
  'utf-16le': 'Read as UTF-16.',
  'utf-16be': 'Read as UTF-16.',
  'windows-1252':
    'Read as Windows-1252, since the file is not UTF-8. Look whether letters with accents came out right.',
}

/**
 * How a text is encoded: by its mark, or else UTF-8 if all of it is that, or else Windows-1252 (as older spreadsheet programs write).
 * Reads the whole of it once, in little memory. Throws Unreadable for what is no text.
 */
export async function encodingOf(source: Source): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isUtf8 = true
  let isFirst = true
  for await (const chunk of source.chunks()) {
    const marked = isFirst ? markOf(chunk) : undefined
    if (marked) return marked
    isFirst = false
    if (chunk.includes(0))
      throw new Unreadable('The file is not text. Save it as CSV (UTF-8), or as an Excel workbook.')
    if (isUtf8) isUtf8 = decodes(decoder, chunk)
  }
  return isUtf8 && decodes(decoder) ? 'utf-8' : 'windows-1252'
}

/** The text, piece by piece, without its mark. */
export async function* textOf(source: Source, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  const signs = encoding === 'windows-1252' ? withItsOwnSigns : (text: string) => text
  for await (const chunk of source.chunks()) yield signs(decoder.decode(chunk, { stream: true }))
  yield decoder.decode()
}

function markOf(chunk: Buffer): Encoding | undefined {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
  return undefined
}

function decodes(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined })
    return true
  } catch {
    return false
  }
}
