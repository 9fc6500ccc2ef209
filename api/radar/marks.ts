import type { Placeable } from './fields.ts'
import { changeName } from './sizes.ts'

/** "3: Whole genome sequencing, 2029, large change": begins with what the mark shows, for those who speak to it. */
export function markLabel({ place, name, years, meanImpact }: Placeable & { name: string }): string {
  return `${place}: ${name}, ${years.middle}, ${changeName(meanImpact)}`
}

/** Pixels: as large as the digits fit in a mark of this radius, and never larger than what reads calmly. */
export function letterSize(text: string, radius: number): number {
  return Math.min(13.5, radius * (text.length > 3 ? 0.85 : text.length > 2 ? 1 : 1.2))
}
