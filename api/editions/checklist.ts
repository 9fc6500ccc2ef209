import type { EditionChecklist, FrozenTechnology, Gaps } from '../contract/editions.ts'
import { isBefore, newestOf } from '../technologies/ageing.ts'

type Named = { id: string; slug: string; name: string }

/** Ranked technologies without evidence as new as a day (2026-03-12), oldest first. */
export function staleEvidence(
  ranked: readonly Named[],
  texts: readonly Pick<FrozenTechnology, 'id' | 'evidence'>[],
  limit: string,
): EditionChecklist['staleEvidence'] {
  const newestBy = new Map(texts.map(({ id, evidence }) => [id, newestOf(evidence)]))
  return ranked
    .map(({ id, slug, name }) => ({ technology: { id, slug, name }, newest: newestBy.get(id) ?? null }))
    .filter(({ newest }) => newest === null || isBefore(newest, limit))
    .sort((a, b) => ((a.newest ?? '') < (b.newest ?? '') ? -1 : 1))
}

const gapNames = ['cost', 'patientBenefit', 'inequalities'] as const

/** Of the known gaps, those of which nobody has said anything, not even that they were not assessed. */
export function openGaps(gaps: Gaps): EditionChecklist['openGaps'] {
  return gapNames.filter((name) => gaps[name] === null)
}
