import { decodeReferences } from './references.ts'

/** Lengths of what is kept, in characters; the record as it came is kept whole. */
const titleLength = 300
const textLength = 5000
/** No longer text is looked at: what is cut off would not be kept anyway. */
const mostLookedAt = 50_000

/** One line of plain text, of at most `most` characters. */
export function plainLine(html: string, most = titleLength): string {
  return cut(withoutMarkup(html).replace(/\s+/gu, ' ').trim(), most)
}

/** Plain text of several lines. */
export function plainText(html: string, most = textLength): string {
  const lines = withoutMarkup(html)
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/gu, ' ').trim())
  return cut(
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    most,
  )
}

/** An http or https address, of a length that can be kept; null for anything else. */
export function webAddressFrom(text: string, base?: string): string | null {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > 1000 || !URL.canParse(trimmed, base)) return null
  const { protocol, href, hostname, username, password } = new URL(trimmed, base)
  const isWeb = /^https?:$/.test(protocol) && hostname.includes('.') && username === '' && password === ''
  return isWeb && href.length <= 1000 ? href : null
}

/**
 * HTML may stand in a text as it is, or with its signs written as references (“&lt;i&gt;”). The second time only elements of HTML are taken for
 * markup, so that “p < 0.05” and “<gene>” stay.
 */
function withoutMarkup(html: string): string {
  const once = decodeReferences(withoutTags(html.slice(0, mostLookedAt), anyTag))
  return withoutControls(decodeReferences(withoutTags(once, htmlTag)))
}

// Sticky, and never past the next “<”: the work grows with the text, however hostile it is.
const anyTag = /<\/?([a-z][a-z0-9:-]*)(?:[\s/][^<>]*)?>/iy
const htmlTag =
  /<\/?(a|abbr|article|b|blockquote|body|br|center|cite|code|dd|del|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|li|link|meta|nav|object|ol|p|picture|pre|q|s|script|section|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|template|tfoot|th|thead|title|tr|tt|u|ul|video)(?:[\s/][^<>]*)?>/iy
const breaksLine =
  /^(article|blockquote|br|dd|div|dl|dt|figure|footer|h[1-6]|header|hr|li|ol|p|pre|section|table|td|th|tr|ul)$/i
const hidesContent = /^(script|style|template|iframe|object|svg|head)$/i

/** Goes over the text once, from one “<” to the next. */
function withoutTags(html: string, tag: RegExp): string {
  let text = ''
  let from = 0
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', from)) {
    text += html.slice(from, open)
    const [put, after] = readMarkup(html, open, tag)
    text += put
    from = after
  }
  return text + html.slice(from)
}

/** What stands in place of the markup at `open`, and where the text goes on. */
function readMarkup(html: string, open: number, tag: RegExp): [string, number] {
  if (html.startsWith('<!--', open)) return ['', after(html, '-->', open)]
  if (html.startsWith('<![CDATA[', open)) return ['', open + '<![CDATA['.length]
  tag.lastIndex = open
  const [markup, name] = tag.exec(html) ?? []
  if (markup === undefined || name === undefined) return ['<', open + 1]
  const isOpening = markup[1] !== '/' && !markup.endsWith('/>')
  if (isOpening && hidesContent.test(name)) return [' ', afterElement(html, name, open)]
  return [breaksLine.test(name) ? '\n' : '', open + markup.length]
}

function after(html: string, end: string, from: number): number {
  const found = html.indexOf(end, from)
  return found < 0 ? html.length : found + end.length
}

/** Where an element that hides its content ends; one that is never closed hides all that follows. */
function afterElement(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi')
  closing.lastIndex = from
  const found = closing.exec(html)
  return found ? after(html, '>', found.index) : html.length
}

/** As the registry's texts: NFC, no control characters, nothing that turns the direction of the text, tabs as spaces. */
function withoutControls(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\p{Cc}]/gu, (sign) => (sign === '\n' ? '\n' : ' '))
    .replace(/[\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff\ufeff]/gu, '')
    .normalize('NFC')
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text
  // Half of a pair is no character.
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
