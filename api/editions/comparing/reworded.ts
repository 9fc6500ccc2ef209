import type { ComparedTechnology } from '../../contract/comparison.ts'
import type { FrozenTechnology } from '../../contract/editions.ts'
import { milestoneInWords } from '../../technologies/milestones.ts'
import { type Kind, stageWithLevel } from '../../technologies/readiness.ts'

type Changes = Pick<ComparedTechnology, 'reworded' | 'newEvidence' | 'goneEvidence'>

/** What a reader can look up of a technology, each under the name it has on its page. */
const said: Record<string, (technology: FrozenTechnology) => string> = {
  Name: ({ name }) => name,
  Description: ({ description }) => description,
  'What would change': ({ wouldChange }) => wouldChange,
  Category: ({ category }) => category.name,
  'Stage of development': ({ kind, readiness }) =>
    readiness === null ? 'not set' : stageWithLevel(kind as Kind, readiness),
  Milestone: ({ milestone, milestonePlaces }) => milestoneInWords(milestone, milestonePlaces),
}

/**
 * How two editions tell of one technology: texts and facts that changed, and evidence that came and went, by its id. Nothing has
 * changed where one of them does not hold it.
 */
export function changesOf(before: FrozenTechnology | undefined, after: FrozenTechnology | undefined): Changes {
  if (!before || !after) return { reworded: [], newEvidence: [], goneEvidence: 0 }
  const known = new Set(before.evidence.map(({ id }) => id))
  const now = new Set(after.evidence.map(({ id }) => id))
  return {
    reworded: Object.entries(said)
      .map(([field, say]) => ({ field, before: say(before), after: say(after) }))
      .filter((change) => change.before !== change.after),
    newEvidence: after.evidence
      .filter(({ id }) => !known.has(id))
      .map(({ id, text, date, sourceTitle, sourceUrl }) => ({ id, text, date, sourceTitle, sourceUrl })),
    goneEvidence: before.evidence.filter(({ id }) => !now.has(id)).length,
  }
}
