import type { Answer } from './rating.ts'

/** An answer with whose it is, for which specialism, and who typed it in from paper, if anybody. None of them leaves the server. */
export interface AnswerOf extends Answer {
  panellist: string
  specialism: string
  typist?: string | null
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

/** Whose an answer is and who typed it in, by id or by number; no number, or 0, where its owner gave it. */
export interface Typed {
  panellist: string | number
  typist?: string | number | null
}

/**
 * Whether nobody who typed in some of these answers from paper, and so knows them, could take them off and be left with those
 * of fewer than `fewest` others. Who typed in all of them learns nothing.
 */
export function isHiddenFromTypists(answers: readonly Typed[], fewest: number): boolean {
  const typists = new Set(answers.flatMap(({ typist }) => typist || []))
  return [...typists].every((known) => {
    const others = new Set(answers.filter(({ typist }) => typist !== known).map(({ panellist }) => panellist))
    return others.size === 0 || others.size >= fewest
  })
}

/** In the order in which they come. */
export function bySpecialismOf<A extends { specialism: string }>(answers: readonly A[]): Map<string, A[]> {
  const found = new Map<string, A[]>()
  for (const answer of answers) {
    const known = found.get(answer.specialism)
    if (known) known.push(answer)
    else found.set(answer.specialism, [answer])
  }
  return found
}

/** How many different people gave these answers. */
export function peopleIn(answers: readonly AnswerOf[]): number {
  return new Set(answers.map(({ panellist }) => panellist)).size
}
