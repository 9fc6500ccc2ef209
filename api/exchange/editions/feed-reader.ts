import { type FeedEntry, lastUpdated } from '../feed.ts'

/** The entries as an Atom feed (RFC 4287). The module that writes it is loaded when somebody first asks for one. */
export async function atomOf(entries: readonly FeedEntry[], about: { self: string; author: string }): Promise<string> {
  const { generateAtomFeed } = await import('feedsmith')
  return generateAtomFeed(
    {
      id: about.self.startsWith('http') ? about.self : 'urn:offing:editions',
      title: { value: `Horizon scan: editions (${about.author})` },
      updated: new Date(lastUpdated(entries) ?? 0),
      authors: [{ name: about.author }],
      links: [{ href: about.self, rel: 'self', type: 'application/atom+xml' }],
      entries: entries.map((entry) => ({
        id: entry.id,
        title: { value: entry.title, type: 'text' },
        links: [{ href: entry.link, rel: 'alternate', type: 'text/html' }],
        published: new Date(entry.published),
        updated: new Date(entry.updated),
        summary: { value: entry.summary, type: 'text' },
        categories: entry.categories.map((term) => ({ term })),
      })),
    },
    { strict: true },
  )
}
