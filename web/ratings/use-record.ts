import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { link, paths } from '../../api/contract/paths.ts'
import type { Queue, QueueItem, QueueList, RateTechnologyRequest, RatingResponse } from '../../api/contract/ratings.ts'
import { keys } from '../shared/queries.ts'
import { keyOf, withAnswer } from './queue.ts'

/** The write of an answer. `seen` is the answer that was on the page when it was given: another one is not overwritten. */
export function answerWrite(queue: Queue, item: QueueItem, body: RateTechnologyRequest, seen: RatingResponse | null) {
  const at = { round: queue.round.id, technology: item.technology.slug, specialism: item.specialism.slug }
  return { method: 'PUT' as const, url: link(paths.rating, at), body, tag: seen ? `"${seen.version}"` : 'new' }
}

/** Puts a saved answer into the queue that is on the page, without asking for the whole queue again. */
export function useAnswered(queue: Queue) {
  const client = useQueryClient()
  const { id } = queue.round
  return useCallback(
    (item: QueueItem, answer: RatingResponse) => {
      client.setQueryData<QueueList>(
        [keys.myAnswers],
        (list) =>
          list && {
            items: list.items.map((one) => (one.round.id === id ? withAnswer(one, keyOf(item), answer) : one)),
          },
      )
    },
    [client, id],
  )
}
