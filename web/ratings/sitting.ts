import type { Queue, QueueItem, RatingResponse } from '../../api/contract/ratings.ts'
import { asAnswer, nameOf, type Unsent } from './outbox/unsent.ts'
import { carriedOver, keyOf } from './queue.ts'

/** An item as the page shows it: `answer` is the one last given, whether or not the server has confirmed it. */
export interface Item extends QueueItem {
  /** What the server has. */
  saved: RatingResponse | null
  unsent: Unsent | null
}

/** The items in the order of this sitting, each with what was given and not confirmed yet. */
export function itemsOf(queue: Queue, unsent: readonly Unsent[], order: readonly string[]): Item[] {
  const waiting = new Map(unsent.filter(({ state }) => state === 'waiting').map((one) => [nameOf(one), one]))
  return inOrder(queue.items, order).map((item) => {
    const [technology, specialism] = [item.technology.slug, item.specialism.slug]
    const one = waiting.get(nameOf({ round: queue.round.id, technology, specialism })) ?? null
    return { ...item, saved: item.answer, answer: one ? asAnswer(one) : item.answer, unsent: one }
  })
}

/** As remembered; what has come since stands at the end. */
function inOrder(items: readonly QueueItem[], order: readonly string[]): readonly QueueItem[] {
  const places = new Map(order.map((key, i) => [key, i]))
  const placeOf = (item: QueueItem) => places.get(keyOf(item)) ?? order.length
  return items.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/**
 * The order in which this sitting began: what was never answered first, since an earlier answer counts anyway. It stays, although
 * others answer meanwhile, until the tab is closed.
 */
export function orderOfSitting(account: string, queue: Queue): string[] {
  const name = `offing-order ${account} ${queue.round.id}`
  const begun = remembered(name)
  const unansweredFirst = queue.items.toSorted((a, b) => Number(isCarriedOver(a)) - Number(isCarriedOver(b)))
  const order = [...begun, ...unansweredFirst.map(keyOf).filter((key) => !begun.includes(key))]
  if (order.length > begun.length) remember(name, order)
  return order
}

const isCarriedOver = (item: QueueItem) => carriedOver(item) !== null

function remembered(name: string): string[] {
  try {
    const order: unknown = JSON.parse(window.sessionStorage.getItem(name) ?? '[]')
    return Array.isArray(order) ? order.filter((key) => typeof key === 'string') : []
  } catch {
    return []
  }
}

function remember(name: string, order: readonly string[]): void {
  try {
    window.sessionStorage.setItem(name, JSON.stringify(order))
  } catch {
    // Without storage the order is that of each visit.
  }
}
