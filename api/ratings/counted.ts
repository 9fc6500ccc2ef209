import type { Answer } from './rating.ts'

/** An answer with whose it is and for which specialism. Who gave it never leaves the server. */
export interface AnswerOf extends Answer {
  panellist: string
  specialism: string
}

/**
 * Of all versions given on one technology in closed rounds that count, oldest first, those that count: each panel member's
 * latest for each specialism, withdrawn ones left out (design 3.1).
 */
export function latestOf<A extends AnswerOf>(versions: readonly A[]): A[] {
  const latest = new Map<string, A>()
  for (const version of versions) latest.set(`${version.panellist} ${version.specialism}`, version)
  return [...latest.values()].filter(({ stance }) => stance !== 'withdrawn')
}

/** How many different people gave these answers. */
export function peopleIn(answers: readonly AnswerOf[]): number {
  return new Set(answers.map(({ panellist }) => panellist)).size
}
