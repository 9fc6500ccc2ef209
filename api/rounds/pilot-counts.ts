/** What somebody was asked in a pilot, and whether they answered, or said that they cannot judge it. */
export interface PilotItem {
  panellist: string
  technology: string
  answered: boolean
  cannotJudge: boolean
}

/** Counts of a pilot. `cannotJudge` is null where it would tell of too few people. */
export interface PilotCounts {
  asked: number
  answered: number
  cannotJudge: number | null
}

/**
 * Counts a pilot's items in all and by technology. Who cannot judge is told only of `minimumShown` people or more who answered;
 * by technology only if that holds for every one, else the hidden count would be the total without the rest.
 */
export function countPilot(
  items: readonly PilotItem[],
  minimumShown: number,
): PilotCounts & { byTechnology: Map<string, PilotCounts> } {
  const of = new Map<string, PilotItem[]>()
  for (const item of items) of.set(item.technology, [...(of.get(item.technology) ?? []), item])
  const enough = (some: readonly PilotItem[]) => peopleIn(some) >= minimumShown
  const showsEach = [...of.values()].every(enough)
  const byTechnology = [...of].map(([technology, some]) => [technology, countsOf(some, showsEach)] as const)
  return { ...countsOf(items, enough(items)), byTechnology: new Map(byTechnology) }
}

function countsOf(items: readonly PilotItem[], isShown: boolean): PilotCounts {
  const answered = items.filter((item) => item.answered)
  const cannotJudge = answered.filter((item) => item.cannotJudge).length
  return { asked: items.length, answered: answered.length, cannotJudge: isShown ? cannotJudge : null }
}

function peopleIn(items: readonly PilotItem[]): number {
  return new Set(items.filter(({ answered }) => answered).map(({ panellist }) => panellist)).size
}
