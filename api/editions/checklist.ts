import type { EditionChecklist, FrozenTechnology, Gaps } from '../contract/editions.ts'

/** A ranked technology whose newest evidence is older than this is pointed out. */
export const staleAfterYears = 3

type Named = { id: string; slug: string; name: string }

/** Ranked technologies without evidence that is new enough on a day (2026-03-12), oldest first; undated counts by its retrieval. */
export function staleEvidence(
  ranked: readonly Named[],
  texts: readonly Pick<FrozenTechnology, 'id' | 'evidence'>[],
  today: string,
): EditionChecklist['staleEvidence'] {
  const newestOf = new Map(texts.map(({ id, evidence }) => [id, newestDate(evidence)]))
  const limit = `${Number(today.slice(0, 4)) - staleAfterYears}${today.slice(4)}`
  return ranked
    .map(({ id, slug, name }) => ({ technology: { id, slug, name }, newest: newestOf.get(id) ?? null }))
    .filter(({ newest }) => newest === null || newest < limit.slice(0, newest.length))
    .sort((a, b) => ((a.newest ?? '') < (b.newest ?? '') ? -1 : 1))
}

function newestDate(evidence: FrozenTechnology['evidence']): string | null {
  const dates = evidence.flatMap(({ date, retrievedOn }) => date ?? retrievedOn ?? [])
  return dates.sort().at(-1) ?? null
}

const gapNames = ['cost', 'patientBenefit', 'inequalities'] as const

/** Of the known gaps, those of which nobody has said anything, not even that they were not assessed. */
export function openGaps(gaps: Gaps): EditionChecklist['openGaps'] {
  return gapNames.filter((name) => gaps[name] === null)
}
