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

/** 1 is full size; below the last a number in a small mark could not be read. */
export const scales = [1, 0.9, 0.8, 0.7, 0.6] as const
export const smallestScale = 0.6

/** Radius in pixels of a small mark of full size, and how much each next size adds: at full size, and at the smallest. */
const smallRadius = 12
const stepAtFull = 3
const stepAtSmallest = 1.2

/** The radius of a mark in pixels. Where marks are small the sizes lie closer together, since fill tells them apart as well. */
export function radiusOf(change: Change, scale: number): number {
  const shrunk = (1 - scale) / (1 - smallestScale)
  return smallRadius * scale + change * (stepAtFull + (stepAtSmallest - stepAtFull) * shrunk)
}

/** Pixels kept free between marks, and between a mark and the line of its slice or band. */
export const marksApart = 1.5
