import type { Queue, QueueItem } from '../../api/contract/ratings.ts'
import { useAccount } from '../shared/account.ts'
import { keyOf } from './queue.ts'

/** Under which what was chosen for an item, and is not saved yet, is kept. */
export function useDraftKey(queue: Queue, item: QueueItem): string {
  return `answer ${useAccount().account.id} ${queue.round.id} ${keyOf(item)}`
}
