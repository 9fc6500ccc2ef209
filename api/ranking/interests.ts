import type { AnswerLog } from '../ratings/answer-log.ts'

/** What a panel member (id) has declared at an instant: the technologies (ids) in which they have an interest, if any. */
export interface Declaration {
  panellist: string
  technologies: readonly string[]
  declaredAt: string
}

/** By technology id: the panel members (ids) who have an interest in it. */
export type Interests = ReadonlyMap<string, ReadonlySet<string>>

export const noInterests: Interests = new Map()
export const nobodyLeftOut: ReadonlyMap<number, ReadonlySet<number>> = new Map()

/**
 * The interests that hold for a closed round: of each panel member the latest declaration made before it closed, so that
 * declaring, or taking back, while a later round is open moves no figure. Declarations come in the order in which they were made.
 */
export function interestsAsOf(declarations: readonly Declaration[], closedAt: string): Interests {
  const latest = new Map<string, Declaration>()
  for (const declaration of declarations)
    if (declaration.declaredAt <= closedAt) latest.set(declaration.panellist, declaration)
  const interests = new Map<string, Set<string>>()
  for (const { panellist, technologies } of latest.values())
    for (const technology of technologies)
      interests.set(technology, (interests.get(technology) ?? new Set()).add(panellist))
  return interests
}

/** The same by the log's numbers; a panel member or technology that nobody answered on or for is not in it. */
export function interestedByNumber(interests: Interests, log: AnswerLog): Map<number, Set<number>> {
  const byNumber = new Map<number, Set<number>>()
  for (const [technology, panellists] of interests) {
    const k = log.technologies.find(technology)
    const numbers = [...panellists].flatMap((id) => log.panellists.find(id) ?? [])
    if (k !== undefined && numbers.length > 0) byNumber.set(k, new Set(numbers))
  }
  return byNumber
}
