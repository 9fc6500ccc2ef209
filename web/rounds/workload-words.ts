import type { Workload } from '../../api/contract/rounds.ts'
import { count } from '../shared/words.ts'

/** "About 3 to 35 minutes for each panel member (1 minute an item).": with what is too much of it and, until that is settled, the ways out. */
export function workloadSentence(workload: Workload, isSettled = false): string {
  const { items, minutesAnItem, longMinutes, mostMinutes, long, tooLong } = workload
  const minutes = items.map((one) => one.minutes)
  const [least, most] = [Math.min(...minutes), Math.max(...minutes)]
  const range = least === most ? count(most, 'minute') : `${least} to ${count(most, 'minute')}`
  const each = `About ${range} for each panel member (${count(minutesAnItem, 'minute')} an item).`
  return [each, longSentence(long, longMinutes, isSettled), tooLongSentence(tooLong, mostMinutes)]
    .filter(Boolean)
    .join(' ')
}

function longSentence(people: number, minutes: number, isSettled: boolean): string {
  if (people === 0) return ''
  return `${count(people, 'person', 'people')} will need more than ${minutes} minutes${isSettled ? '.' : ': share the items out, or ask fewer.'}`
}

function tooLongSentence(people: number, minutes: number): string {
  if (people === 0) return ''
  return `${count(people, 'person', 'people')} would need more than ${minutes} minutes, so the round cannot be opened: share the items out, or ask fewer.`
}
