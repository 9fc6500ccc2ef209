/** How many of the panel had declared what, of those who sit on it now. */
export interface InterestCounts {
  none: number
  some: number
  notDeclared: number
}

/** Counts each panel member's declaration in force at an instant. Declarations come oldest first. */
export function countInterests(
  declared: readonly { panellist: string; kind: 'none' | 'some'; declaredAt: string }[],
  at: string,
  panel: readonly { id: string }[],
): InterestCounts {
  const inForce = new Map(
    declared.filter(({ declaredAt }) => declaredAt <= at).map(({ panellist, kind }) => [panellist, kind]),
  )
  const count = (kind: 'none' | 'some' | undefined) => panel.filter(({ id }) => inForce.get(id) === kind).length
  return { none: count('none'), some: count('some'), notDeclared: count(undefined) }
}
