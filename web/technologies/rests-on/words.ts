import type { Swap, Why } from '../../../api/contract/why.ts'
import { isInFirstTen } from '../../../api/ranking/shifts.ts'
import type { Criterion } from '../../../api/scans/method.ts'
import { count, criterionNames, listed, ordinal } from '../../shared/words.ts'

/** A sentence; strong where it takes the technology into the first ten or out of them. */
export interface Line {
  text: string
  isStrong?: boolean
}

/** "how soon it is expected counted for 14.29% instead of 10%". */
export function changeInWords({ criterion, from, to }: NonNullable<Swap['change']>): string {
  return `“${criterionNames[criterion]}” weighed ${inPerCent(to)} instead of ${inPerCent(from)}`
}

const inPerCent = (weight: number) => `${weight / 100}%`

const movesBy = { hardly: 'by two places at most', some: 'by three to nine places', far: 'by ten places or more' }

/** Whether its place depends on one panel member, never on whom. */
export function panelMemberInWords({ panelMember, place }: Pick<Why, 'panelMember' | 'place'>): Line[] {
  if (!panelMember)
    return [{ text: 'Fewer than five people or answers stand behind it here: every one of them matters.' }]
  const { crosses, moves } = panelMember
  const farthest = `Leaving out whoever matters most moves it ${movesBy[moves]}.`
  if (!crosses) return [{ text: `It depends on no single panel member to be ${amongFirst(place)}. ${farthest}` }]
  const would = isInFirstTen(place) ? 'would not be among the first ten' : 'would be among the first ten'
  return [{ text: `Depends on one panel member: without one of them it ${would}. ${farthest}`, isStrong: true }]
}

const amongFirst = (place: number) => (isInFirstTen(place) ? 'among the first ten' : 'outside the first ten')

/** So many are named one by one, those that move it farthest. */
const mostNamed = 3

export function specialismsInWords({ specialisms, place }: Pick<Why, 'specialisms' | 'place'>): Line[] {
  if (specialisms.length === 0) return []
  const moving = specialisms
    .filter((one) => one.place !== place)
    .sort((a, b) => way(b.place, place) - way(a.place, place))
  if (moving.length === 0) return [{ text: `Without any one specialism it would stay ${ordinal(place)}.` }]
  const lines = moving.slice(0, mostNamed).map((one) => withoutLine(one.name, one.place, place))
  const rest = moving.length - lines.length
  if (rest > 0)
    lines.push({ text: `${count(rest, 'other specialism moves', 'other specialisms move')} it no further than these.` })
  return lines
}

export function criteriaInWords({ criteria, place }: Pick<Why, 'criteria' | 'place'>): Line[] {
  const staying = criteria.filter((one) => one.place === place)
  const moving = criteria.filter((one) => one.place !== place)
  const lines = moving.map((one) => withoutLine(clause(one.criterion), one.place, place))
  if (staying.length === 0) return lines
  return [
    ...lines,
    { text: `Without ${listed(staying.map(({ criterion }) => clause(criterion)))} it would stay ${ordinal(place)}.` },
  ]
}

function withoutLine(what: string, without: number | null, place: number): Line {
  const would = without === null ? 'would have no place' : `would be ${ordinal(without)}`
  return { text: `Without ${what} it ${would}.`, isStrong: isInFirstTen(without ?? 0) !== isInFirstTen(place) }
}

/** A criterion in the middle of a sentence: "how soon". */
export const clause = (criterion: Criterion) => criterionNames[criterion].toLowerCase()

const way = (without: number | null, place: number) =>
  without === null ? Number.POSITIVE_INFINITY : Math.abs(without - place)
