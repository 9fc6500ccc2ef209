import type { Disputed } from './disputed.ts'

/** Why a technology is put to the panel again: it may be for several reasons. */
export type Reason = 'shortlist' | 'disputed' | 'saved'

export interface WorthAnotherLook {
  technology: string
  why: Reason[]
}

/**
 * What the next round asks: the shortlist, then what is disputed where it matters, then
 * what a named lead has saved from the cut; each once, with all its reasons.
 */
export function worthAnotherLook(
  shortlist: readonly string[],
  disputed: readonly Disputed[],
  saved: readonly string[],
): WorthAnotherLook[] {
  const why = new Map<string, Reason[]>()
  const add = (technology: string, reason: Reason) => {
    const known = why.get(technology) ?? []
    if (!known.includes(reason)) why.set(technology, [...known, reason])
  }
  for (const technology of shortlist) add(technology, 'shortlist')
  for (const { technology, matters } of disputed) if (matters) add(technology, 'disputed')
  for (const technology of saved) add(technology, 'saved')
  return [...why].map(([technology, reasons]) => ({ technology, why: reasons }))
}
