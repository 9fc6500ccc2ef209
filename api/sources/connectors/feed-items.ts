/** An element of a feed, and the two that hide what looks like one. */
const markup = /<!\[CDATA\[|<!--|<(\/?)((?:[\w-]+:)?(?:item|entry))(?=[\s/>])[^<>]*>/g

/**
 * The items of an RSS or Atom feed as they stand in its XML, in their order; what stands in a comment or in CDATA is none. The work
 * grows with the text alone.
 */
export function itemsAsTheyCame(xml: string): string[] {
  const items: string[] = []
  let began: number | null = null
  markup.lastIndex = 0
  for (let found = markup.exec(xml); found; found = markup.exec(xml)) {
    const [text, slash, name] = found
    if (name === undefined) {
      const end = xml.indexOf(text === '<!--' ? '-->' : ']]>', markup.lastIndex)
      if (end < 0) break
      markup.lastIndex = end
    } else if (slash === '/') {
      if (began !== null) items.push(xml.slice(began, markup.lastIndex))
      began = null
    } else if (text.endsWith('/>')) items.push(text)
    else began ??= found.index
  }
  return items
}
