import type { Comparison } from '../../contract/comparison.ts'
import type { RankedTechnology } from '../../contract/ranking.ts'
import type { EditionDocument } from '../../editions/document.ts'
import { editionName, standingOf } from '../../editions/names.ts'
import { bandLabel, ordinal, reachLabel, whatItIsNot } from '../../ranking/words.ts'
import { demonstrationWords } from '../about.ts'
import { countedCategories, foldInto, foldingNotice } from '../fold.ts'

/** A technology as other radar programs know it: one blip. */
export interface Blip {
  slug: string
  name: string
  /** Index of its ring; the rings are the method's spans of calendar years, the nearest first. */
  ring: number
  /** Index of its slice. */
  slice: number
  movement: Movement
  /** Sentences: place, years, what would change. */
  text: string
}

/** Against the edition before; null where there is none to compare with. */
export type Movement = 'new' | 'nearer' | 'further' | 'same' | null

/** An edition's radar in the terms that other radar programs share. */
export interface RadarSource {
  title: string
  /** What it is and is not, and what was joined. */
  notice: string
  rings: string[]
  slices: { id: string; name: string }[]
  blips: Blip[]
  /** ISO day of publication, or null of a draft. */
  publishedOn: string | null
}

/** Every ranked technology of an edition, best place first; its categories folded where the form holds fewer slices. */
export function radarSource(
  { edition, ranking, ranked, technologies }: EditionDocument,
  comparison: Comparison | null,
  mostSlices = Number.POSITIVE_INFINITY,
): RadarSource {
  const counted = countedCategories(ranking.categories, ranked)
  const folded = foldInto(mostSlices, counted)
  const sliceOf = new Map(folded.flatMap(({ members }, i) => members.map((slug) => [slug, i] as const)))
  const ringOf = new Map(ranking.bands.map(({ index }, i) => [index, i]))
  const texts = new Map(technologies.map((one) => [one.id, one]))
  const movementOf = movements(comparison)
  return {
    title: editionName(edition),
    notice: [
      standingOf(edition),
      whatItIsNot,
      'Rings are calendar years, not advice to adopt or to hold.',
      ranking.demonstration ? demonstrationWords : '',
      foldingNotice(mostSlices, counted) ?? '',
    ]
      .filter(Boolean)
      .join(' '),
    rings: ranking.bands.map(bandLabel),
    slices: folded.map(({ name, members }) => ({ id: members.join('-and-').slice(0, 120), name })),
    blips: ranked.map((one) => ({
      slug: one.slug,
      name: one.name,
      ring: ringOf.get(one.band) ?? 0,
      slice: sliceOf.get(one.category) ?? 0,
      movement: movementOf(one.id),
      text: [placeAndYears(one, ranking), texts.get(one.id)?.wouldChange || texts.get(one.id)?.description || '']
        .filter(Boolean)
        .join(' '),
    })),
    publishedOn: edition.publishedAt?.slice(0, 10) ?? null,
  }
}

/** "3rd of 101. Expected 2029, could be 2027 to 2034. Changes 6 of 30 specialisms." */
function placeAndYears({ place, years, affected }: RankedTechnology, ranking: EditionDocument['ranking']): string {
  const { middle, early, late } = years
  const spread = early === null || late === null ? '' : `, could be ${early} to ${late}`
  const reach = reachLabel(affected, ranking.answered.ofSpecialisms)
  return `${ordinal(place)} of ${ranking.counts.ranked}. Expected ${middle}${spread}. Changes ${reach}.`
}

function movements(comparison: Comparison | null): (id: string) => Movement {
  if (!comparison) return () => null
  const movementOf = ({ status, timing }: Comparison['items'][number]) =>
    status === 'new' ? 'new' : (timing ?? 'same')
  const known = new Map<string, Movement>(comparison.items.map((one) => [one.id, movementOf(one)]))
  return (id) => known.get(id) ?? 'new'
}
