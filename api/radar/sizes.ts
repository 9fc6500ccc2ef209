/** How large a change is, in thirds of the scale from 1 to 9: 0 small, 1 medium, 2 large. */
export type Change = 0 | 1 | 2

export const changes: readonly { size: Change; name: string; meaning: string }[] = [
  { size: 2, name: 'large change', meaning: 'services organised or staffed differently' },
  { size: 1, name: 'medium change', meaning: 'some roles, rooms or equipment' },
  { size: 0, name: 'small change', meaning: 'a few tasks' },
]

/** `meanImpact` is from 1 to 9 and is read as the nearest whole number: 1 to 3, 4 to 6, 7 to 9. */
export function changeOf(meanImpact: number): Change {
  const whole = Math.round(meanImpact)
  return whole <= 3 ? 0 : whole <= 6 ? 1 : 2
}

export const changeName = (meanImpact: number) => changes.find(({ size }) => size === changeOf(meanImpact))!.name

/** Radius in pixels of each size, before any shrinking. */
export const markRadius: Record<Change, number> = { 0: 12, 1: 15, 2: 18 }

/** How far marks may shrink to stay apart; below this their numbers could not be read. */
export const smallestScale = 0.6

/** Pixels kept free between marks, and between a mark and the line of its slice or band. */
export const marksApart = 1.5
