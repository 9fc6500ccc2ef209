import type { Certainty } from '../contract/certainty.ts'
import type { Comparison } from '../contract/comparison.ts'
import type { FrozenTechnology } from '../contract/editions.ts'
import type { RankedTechnology } from '../contract/ranking.ts'
import type { EditionDocument } from '../editions/document.ts'
import { ordinal } from '../ranking/words.ts'

/** An edition as it leaves Offing: whole, with how sure its places are, and what changed since the one before, where there is one. */
export interface TakenEdition {
  document: EditionDocument
  certainty: Certainty
  comparison: Comparison | null
}

type Range = Certainty['items'][number]

/** Ranked technologies in their groups, best first; one group without a number where there are no ranges. */
export interface Group {
  number: number | null
  rows: { row: RankedTechnology; range: Range | undefined }[]
}

export function groupsOf({ document, certainty }: TakenEdition): Group[] {
  const ranges = new Map(certainty.items.map((one) => [one.id, one]))
  const groups: Group[] = []
  for (const row of document.ranked) {
    const range = ranges.get(row.id)
    const number = range?.group ?? null
    if (groups.length === 0 || groups.at(-1)!.number !== number) groups.push({ number, rows: [] })
    groups.at(-1)!.rows.push({ row, range })
  }
  return groups
}

/** Texts, evidence and reviews by technology (id). */
export function textsById({ technologies }: EditionDocument): Map<string, FrozenTechnology> {
  return new Map(technologies.map((one) => [one.id, one]))
}

/** "2nd to 9th", or "2nd" where nothing else is likely; empty without a range. */
export function rangeLabel(range: Pick<Range, 'low' | 'high'> | undefined): string {
  if (!range) return ''
  return range.low === range.high ? ordinal(range.low) : `${ordinal(range.low)} to ${ordinal(range.high)}`
}

/** "2029 (2027 to 2034)": the middle guess, and how early and late where enough answers say so. */
export function yearsLabel({ years }: Pick<RankedTechnology, 'years'>): string {
  const { middle, early, late } = years
  return early === null || late === null ? String(middle) : `${middle} (${early} to ${late})`
}

/** An address that may be a link: of the web, and nothing else. */
export function webAddress(address: string | null): string | null {
  if (!address || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return null
  return new URL(address).href
}

type Evidence = FrozenTechnology['evidence'][number]

/** The newest first; what has no date last. */
export function newestFirst(evidence: readonly Evidence[]): Evidence[] {
  return evidence.toSorted((a, b) => ((b.date ?? '') < (a.date ?? '') ? -1 : (b.date ?? '') > (a.date ?? '') ? 1 : 0))
}

/** "Hill Dickinson, The 10 Year Plan, 2025": where something is from. */
export function sourceLabel({ sourcePublisher, sourceTitle, sourceYear }: Evidence): string {
  return [sourcePublisher, sourceTitle, sourceYear].filter(Boolean).join(', ')
}
