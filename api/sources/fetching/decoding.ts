import { withItsOwnSigns } from '../../imports/reading/windows-1252.ts'

/**
 * The text of an answer: by its byte order mark, else by the charset of its content type, else by that of its XML declaration, else as UTF-8. Bytes that
 * stand for nothing become “�”.
 */
export function textFrom(bytes: Uint8Array, contentType: string): string {
  const label = markedCharset(bytes) ?? charsetIn(contentType) ?? declaredCharset(bytes) ?? 'utf-8'
  const decoder = decoderFor(label)
  const text = decoder.decode(bytes)
  return decoder.encoding === 'windows-1252' ? withItsOwnSigns(text) : text
}

function markedCharset(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return a === 0xff && b === 0xfe ? 'utf-16le' : undefined
}

const charsetIn = (contentType: string) => /;\s*charset\s*=\s*"?([\w:.-]{1,40})"?/i.exec(contentType)?.[1]

/** The declaration is ASCII, whatever follows. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  return /^\s*<\?xml\s[^>]*encoding\s*=\s*["']([\w:.-]{1,40})["']/i.exec(head)?.[1]
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder('utf-8')
  }
}
