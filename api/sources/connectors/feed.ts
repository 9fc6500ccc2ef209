import { type AnyFeed, parseFeed } from 'feedsmith'
import { type Answer, type Connector, ensureServed, type FoundRecord, type Page, SourceFault } from './connector.ts'
import { DateReading } from './dates.ts'
import { itemsAsTheyCame } from './feed-items.ts'
import { plainLine, plainText, webAddressFrom } from './plain.ts'

/** Any RSS (0.9x, 1.0, 2.0) or Atom feed of a host that is listed; the query is its address. */
export const feed: Connector = {
  name: 'RSS or Atom feed',
  about: 'What a public site announces: news, guidance, alerts, preprints',
  hosts: [],
  filtersByDate: false,
  overlapDays: 0,
  pauseMs: 1000,
  mostBytes: 2_000_000,
  query: {
    label: 'Address of the feed',
    hint: 'It begins with https://. A feed holds its newest items only, so read it often.',
    examples: [
      { query: 'https://www.england.nhs.uk/feed/', finds: 'news of NHS England' },
      {
        query:
          'https://www.gov.uk/search/news-and-communications.atom?organisations[]=medicines-and-healthcare-products-regulatory-agency',
        finds: 'news of the medicines and devices regulator',
      },
      { query: 'https://connect.biorxiv.org/biorxiv_xml.php?subject=genomics', finds: 'new preprints in genomics' },
    ],
  },
  problemWith: (query) =>
    /^https?:\/\//i.test(query.trim()) && webAddressFrom(query) !== null
      ? null
      : 'It must be an address that begins with https:// or http://.',
  ask: ({ query }) => ({
    address: query.trim(),
    headers: {
      accept: 'application/atom+xml, application/rss+xml, application/rdf+xml, application/xml;q=0.9, */*;q=0.5',
    },
  }),
  read: pageOf,
}

/** What is taken of an item, whatever its feed calls it. */
interface Item {
  ids: (string | undefined)[]
  titles: (string | undefined)[]
  links: (string | undefined)[]
  dates: (string | undefined)[]
  texts: (string | undefined)[]
  publishers: (string | undefined)[]
  identifiers: (string | undefined)[]
}

function pageOf(answer: Answer): Page {
  ensureServed(answer)
  const read = itemsOf(answer.text)
  const asTheyCame = itemsAsTheyCame(answer.text)
  const dates = new DateReading()
  const records = read.items.flatMap((item, index) => {
    const raw = asTheyCame.length === read.items.length ? asTheyCame[index]! : JSON.stringify(item)
    return recordOf(item, { raw, publisher: read.title, base: answer.address, dates }) ?? []
  })
  const nameless = read.items.length - records.length
  const notes = [
    ...(read.items.length === 0 ? ['The feed holds no items.'] : []),
    ...(nameless > 0
      ? [`${nameless} without a name, a link and a title ${nameless === 1 ? 'was' : 'were'} left out.`]
      : []),
    ...dates.notes(),
  ]
  return { records, next: null, total: read.items.length, notes }
}

function itemsOf(xml: string): { title: string; items: Item[] } {
  try {
    return fromFeed(parseFeed(xml))
  } catch {
    // A feed without items is taken for none by the parser.
    const isFeed = /<(?:rss|feed|(?:\w+:)?RDF)[\s>]/.test(xml.slice(0, 5000))
    if (isFeed && !/<(?:\w+:)?(?:item|entry)[\s>]/.test(xml)) return { title: '', items: [] }
    throw new SourceFault('There is no RSS or Atom feed at this address, or it is broken.')
  }
}

function fromFeed(read: AnyFeed): { title: string; items: Item[] } {
  if (read.format === 'rss') return { title: read.feed.title ?? '', items: (read.feed.items ?? []).map(fromRss) }
  if (read.format === 'rdf') return { title: read.feed.title ?? '', items: (read.feed.items ?? []).map(fromRdf) }
  if (read.format === 'atom')
    return { title: read.feed.title?.value ?? '', items: (read.feed.entries ?? []).map(fromAtom) }
  throw new SourceFault('This is a JSON feed; RSS and Atom feeds can be read.')
}

type Feed<F extends AnyFeed['format']> = Extract<AnyFeed, { format: F }>['feed']
type RssItem = NonNullable<Feed<'rss'>['items']>[number]
type RdfItem = NonNullable<Feed<'rdf'>['items']>[number]
type AtomEntry = NonNullable<Feed<'atom'>['entries']>[number]

function fromRss({ guid, title, link, pubDate, description, content, dc, source }: RssItem): Item {
  const isLink = guid?.isPermaLink !== false
  return {
    ids: [guid?.value, link],
    titles: [title, dc?.titles?.[0]],
    links: [link, isLink ? guid?.value : undefined],
    dates: [pubDate, dc?.dates?.[0]],
    texts: [description, content?.encoded],
    publishers: [source?.title, dc?.publishers?.[0]],
    identifiers: [...(dc?.identifiers ?? []), guid?.value, link],
  }
}

function fromRdf({ title, link, description, content, rdf, dc }: RdfItem): Item {
  return {
    ids: [rdf?.about, dc?.identifiers?.[0], link],
    titles: [title, dc?.titles?.[0]],
    links: [link, rdf?.about],
    dates: [dc?.dates?.[0]],
    texts: [description, content?.encoded],
    publishers: [dc?.publishers?.[0]],
    identifiers: [...(dc?.identifiers ?? []), link],
  }
}

function fromAtom({ id, title, links, published, updated, summary, content, source, dc }: AtomEntry): Item {
  const alternate = links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href
  return {
    ids: [id, alternate],
    titles: [title?.value],
    links: [alternate],
    dates: [published, updated],
    texts: [summary?.value, content?.value],
    publishers: [source?.title?.value],
    identifiers: [...(dc?.identifiers ?? []), id, alternate],
  }
}

function recordOf(
  item: Item,
  { raw, publisher, base, dates }: { raw: string; publisher: string; base: string; dates: DateReading },
): FoundRecord | null {
  const webAddress = first(item.links.map((link) => webAddressFrom(link ?? '', base) ?? ''))
  const title = first(item.titles.map((one) => plainLine(one ?? '')))
  const name = first([...item.ids.map((id) => (id ?? '').trim()), webAddress, title])
  if (name === '') return null
  const text = first(item.texts.map((one) => plainText(one ?? '')))
  return {
    sourceRecord: plainLine(name, 1000),
    title: title || plainLine(text, 120) || plainLine(name),
    text,
    webAddress: webAddress || null,
    ...dates.read(...item.dates.map((date) => date ?? ''), prismDate(raw)),
    organisation: first([...item.publishers.map((one) => plainLine(one ?? '')), plainLine(publisher)]),
    status: '',
    identifiers: identifiersOf(item.identifiers),
    raw,
  }
}

/** Some preprints have no other date, and the parser passes it by. */
const prismDate = (raw: string): string =>
  /<prism:publicationDate>\s*([^<]{1,60})<\/prism:publicationDate>/.exec(raw)?.[1]?.trim() ?? ''

const first = (texts: readonly string[]): string => texts.find((text) => text !== '') ?? ''

/** DOIs, from “doi:10.…” and from addresses at doi.org. */
function identifiersOf(texts: readonly (string | undefined)[]): string[] {
  const doi = /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)(10\.\d{4,9}\/\S{1,200})$/i
  const found = texts.flatMap((text) => doi.exec((text ?? '').trim())?.[1]?.toLowerCase() ?? [])
  return [...new Set(found)].map((one) => plainLine(`doi:${one}`))
}
