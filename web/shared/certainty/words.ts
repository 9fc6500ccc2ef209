import type { PlaceRange } from '../../../api/contract/certainty.ts'
import { ordinal } from '../words.ts'

const aboutTheOrder = 'This is about the order, not about whether the technology will work.'

/** "3rd on this panel’s answers. With different panel members it could be anywhere from 2nd to 9th (9 chances in 10). …" */
export function howSure(place: number, { low, high }: PlaceRange): string {
  const where =
    low === high
      ? `it would be ${ordinal(low)} all the same`
      : `it could be anywhere from ${ordinal(low)} to ${ordinal(high)}`
  return `${ordinal(place)} on this panel’s answers. With different panel members ${where} (9 chances in 10). ${aboutTheOrder}`
}

/** "2nd to 9th", or "2nd". */
export const rangeLabel = ({ low, high }: PlaceRange) =>
  low === high ? ordinal(low) : `${ordinal(low)} to ${ordinal(high)}`

/** Over the rows of a group. In a group of one there is no order to doubt. */
export const groupHeading = (group: number, size: number) =>
  size > 1 ? `Group ${group}: order within a group is not certain` : `Group ${group}`

/** How many technologies each group holds, by its number. */
export function groupSizes(ranges: Iterable<PlaceRange>): Map<number, number> {
  const sizes = new Map<number, number>()
  for (const { group } of ranges) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return sizes
}
