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

/** Of 0x80 to 0x9f in windows-1252; some versions of Node take them for the control characters of ISO 8859-1. */
const ownSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const withItsOwnSigns = (text: string) =>
  text.replace(/[\u0080-\u009f]/g, (sign) => ownSigns[sign.charCodeAt(0) - 0x80]!)

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
