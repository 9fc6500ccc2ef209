import type { Queue, QueueItem } from '../../api/contract/ratings.ts'
import { useAccount } from '../shared/account.ts'
import { keyOf } from './queue.ts'

/** Under which what was chosen for an item, and is not a whole answer yet, is kept. */
export const draftKey = (account: string, queue: Queue, item: QueueItem) =>
  `answer ${account} ${queue.round.id} ${keyOf(item)}`

export const useDraftKey = (queue: Queue, item: QueueItem) => draftKey(useAccount().account.id, queue, item)
