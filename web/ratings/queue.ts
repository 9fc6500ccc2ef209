import type { Queue, QueueItem, RatingResponse } from '../../api/contract/ratings.ts'

/** Where an item stands: answered in this round, kept from an earlier one, taken back, or not answered yet. */
export type Standing = 'answered' | 'carried-over' | 'withdrawn' | 'not-yet'

export function standingOf({ answer, earlier }: Pick<QueueItem, 'answer' | 'earlier'>): Standing {
  if (answer) return answer.stance === 'withdrawn' ? 'withdrawn' : 'answered'
  return earlier && earlier.stance !== 'withdrawn' ? 'carried-over' : 'not-yet'
}

/** The earlier answer that counts as long as none is given in this round. */
export const carriedOver = (item: QueueItem): RatingResponse | null =>
  standingOf(item) === 'carried-over' ? item.earlier : null

export const isDone = (item: QueueItem) => standingOf(item) === 'answered'

/** Names an item in the address and for drafts. */
export const keyOf = (item: QueueItem) => `${item.technology.slug}/${item.specialism.slug}`

export function progressOf(items: readonly QueueItem[]) {
  const standing = items.map(standingOf)
  const count = (one: Standing) => standing.filter((other) => other === one).length
  return { items: items.length, done: count('answered'), carriedOver: count('carried-over'), notYet: count('not-yet') }
}

/** "4 of 12 done". */
export function doneLabel(items: readonly QueueItem[]): string {
  const { done, items: all } = progressOf(items)
  return `${done} of ${all} done`
}

/** The item to begin with: one never answered, else one to look at again. */
export function firstToDo<I extends QueueItem>(items: readonly I[]): I | undefined {
  return (
    items.find((item) => standingOf(item) === 'not-yet') ?? items.find((item) => standingOf(item) === 'carried-over')
  )
}

/**
 * The next item after this one that is not done, going round; undefined where all are. The same technology for another of
 * the reader's specialisms comes first: what it is need not be read again.
 */
export function nextToDo<I extends QueueItem>(items: readonly I[], after: string): I | undefined {
  const at = items.findIndex((item) => keyOf(item) === after)
  const toDo = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))].filter(
    (item) => !isDone(item) && standingOf(item) !== 'withdrawn',
  )
  return toDo.find(({ technology }) => technology.id === items[at]?.technology.id) ?? toDo[0]
}

/** The same technology with the reader's answer for another of their specialisms, given in this round. */
export function answeredElsewhere<I extends QueueItem>(items: readonly I[], item: QueueItem): I | undefined {
  return items.find(
    (other) => other.technology.id === item.technology.id && keyOf(other) !== keyOf(item) && isDone(other),
  )
}

/** The queue with an answer in its place. */
export function withAnswer(queue: Queue, key: string, answer: RatingResponse): Queue {
  return { ...queue, items: queue.items.map((item) => (keyOf(item) === key ? { ...item, answer } : item)) }
}
