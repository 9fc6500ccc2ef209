import type { Comparison } from '../contract/comparison.ts'
import type { Edition } from '../contract/editions.ts'
import { editionName, purposeNames, standingOf } from '../editions/names.ts'
import { whatItIsNot } from '../ranking/words.ts'
import { changesInWords } from './changes.ts'

export interface FedEdition {
  edition: Edition
  /** Against the one before; null of the first, or where it cannot be made. */
  comparison: Comparison | null
}

/** An entry of the feed: plain text in every field. */
export interface FeedEntry {
  id: string
  title: string
  link: string
  /** Instants. */
  published: string
  updated: string
  summary: string
  categories: string[]
}

/**
 * Published editions, newest first, each followed by what clearly moved in it. An entry keeps its id for ever (an edition's is its own UUID, a movement's
 * that and the technology's); superseding, withdrawing and deciding are updates of it. `origin` is put before every address.
 */
export function feedEntries(editions: readonly FedEdition[], origin: string): FeedEntry[] {
  return editions
    .filter(({ edition }) => edition.state !== 'draft')
    .toSorted((a, b) => ((a.edition.number ?? 0) < (b.edition.number ?? 0) ? 1 : -1))
    .flatMap((one) => [editionEntry(one, origin), ...movementEntries(one, origin)])
}

/** When anything in the feed last changed; null of an empty one. */
export const lastUpdated = (entries: readonly FeedEntry[]): string | null =>
  entries.reduce<string | null>((last, { updated }) => (last === null || updated > last ? updated : last), null)

function editionEntry({ edition, comparison }: FedEdition, origin: string): FeedEntry {
  const { id, number, publishedAt, ended, decision, purpose, demonstration } = edition
  const changes = changesInWords(comparison)
  const parts = [
    standingOf(edition),
    decision ? `Decided at ${decision.meeting}: ${decision.text}` : '',
    edition.note,
    changes ? `${changes.title}: ${changes.lines.join(' ')}` : '',
    whatItIsNot,
    demonstration ? 'The answers are made up.' : '',
  ]
  const times = [publishedAt, ended?.at, decision?.recordedAt].filter((at) => typeof at === 'string')
  return {
    id: `urn:uuid:${id}`,
    title: `${editionName(edition)}${edition.state === 'published' ? '' : ` (${edition.state})`}`,
    link: `${origin}/editions/${number}`,
    published: publishedAt!,
    updated: times.toSorted().at(-1)!,
    summary: parts.filter(Boolean).join('\n'),
    categories: ['edition', purposeNames[purpose].toLowerCase()],
  }
}

function movementEntries({ edition, comparison }: FedEdition, origin: string): FeedEntry[] {
  if (!comparison) return []
  return comparison.items.flatMap((one) => {
    const moved = movementsOf(one)
    if (moved.length === 0) return []
    return {
      id: `urn:uuid:${edition.id}#${one.id}`,
      title: `${one.name}: ${moved.join(', ')}`,
      link: `${origin}/technologies/${encodeURIComponent(one.slug)}`,
      published: edition.publishedAt!,
      updated: edition.publishedAt!,
      summary: `${figures(one)} In ${editionName(edition)}, against ${editionName(comparison.from)}.`,
      categories: ['movement', ...moved],
    }
  })
}

/** Only what is clear: a changed group whose chance of being real is nine in ten, a year or more, coming and going. */
function movementsOf({ status, order, timing }: Comparison['items'][number]): string[] {
  if (status !== 'stayed') return [status]
  return [
    order === 'up' || order === 'down' ? order : '',
    timing === 'nearer' || timing === 'further' ? timing : '',
  ].filter(Boolean)
}

function figures({ from, to }: Comparison['items'][number]): string {
  const stood = (one: typeof from) => (one ? `place ${one.place}, expected ${one.middleYear}` : 'not ranked')
  return `Before: ${stood(from)}. Now: ${stood(to)}.`
}
