import type { ComparedTechnology, Comparison, Stood } from '../../../api/contract/comparison.ts'
import type { EditionSummary } from '../../../api/contract/editions.ts'
import { count, listNames, ordinal } from '../../shared/words.ts'

/** A technology in a sentence of its own: how it is told under which heading. */
export type Movement = 'up' | 'down' | 'new' | 'adopted' | 'dropped' | 'no-clear-change'

/** The main thing that happened to a technology; null until it is known. */
export const movementIn = ({ status, order }: ComparedTechnology): Movement | null =>
  status === 'stayed' ? order : status

export const movementNames: Record<Movement, string> = {
  up: 'Up',
  down: 'Down',
  new: 'New',
  adopted: 'Adopted',
  dropped: 'Dropped',
  'no-clear-change': 'No clear change',
}

export const nowInWords = (nowIn: ComparedTechnology['nowIn']): string =>
  nowIn === null ? '' : nowIn === 'not-in-scan' ? 'Not in this scan' : `Now: ${listNames[nowIn].toLowerCase()}`

/** "9 chances in 10 or more that this is real": of a chance from 0.9 up. */
export const chanceWords = (chance: number): string =>
  `${chance >= 0.99 ? '99 chances in 100' : '9 chances in 10'} or more that this is real`

/** "from 3rd to 8th"; null where the edition gives no ranges. */
export function rangeWords({ low, high }: Stood): string | null {
  if (low === null || high === null) return null
  return low === high ? `${ordinal(low)} alone` : `from ${ordinal(low)} to ${ordinal(high)}`
}

/** "2 years nearer (2031, now 2029)". */
export function timingWords(from: Stood, to: Stood): string {
  const years = Math.abs(to.middleYear - from.middleYear)
  const way = to.middleYear < from.middleYear ? 'nearer' : 'further away'
  return `${count(years, 'year')} ${way}`
}

/** How editions are told apart in the heads of columns: by title, or by number too where two have the same. */
export function shortNames({ from, to }: Pick<Comparison, 'from' | 'to'>): { from: string; to: string } {
  const name = (one: EditionSummary) =>
    from.title !== to.title ? one.title : one.number === null ? 'Draft' : `Edition ${one.number}`
  return { from: name(from), to: name(to) }
}

/** "21 ranked in 2025 radar + 6 new − 1 adopted − 2 dropped = 24 ranked in 2026 radar". */
export function sumInWords({ counts, ...editions }: Pick<Comparison, 'counts' | 'from' | 'to'>): string {
  const { from, to } = shortNames(editions)
  const { start, end } = counts
  return `${start} ranked in ${from} + ${counts.new} new − ${counts.adopted} adopted − ${counts.dropped} dropped = ${end} ranked in ${to}`
}

export function peopleInWords({ panel, ...editions }: Pick<Comparison, 'panel' | 'from' | 'to'>): string {
  const { from, to } = shortNames(editions)
  const answered = `${count(panel.from, 'panel member')} answered for ${from} and ${panel.to} for ${to}`
  if (panel.same === 0) return `${answered}; none of them are the same people.`
  return `${answered}; ${count(panel.same, 'of them is the same person', 'of them are the same people')}.`
}
