import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { QueueList } from '../../../api/contract/ratings.ts'
import { useAccount } from '../../shared/account.ts'
import { keys } from '../../shared/queries.ts'
import { withAnswer } from '../queue.ts'
import { Outbox } from './outbox.ts'

const outboxes = new Map<string, Outbox>()

/** The one outbox of an account in this tab. */
export function outboxOf(account: string): Outbox {
  const known = outboxes.get(account)
  if (known) return known
  const outbox = new Outbox(account)
  outboxes.set(account, outbox)
  return outbox
}

/** For tests, in which one tab lives many lives. */
export const forgetOutboxes = () => outboxes.clear()

export const useOutbox = () => outboxOf(useAccount().account.id)

/** What is not sent yet, and how sending stands. */
export function useUnsent() {
  const outbox = useOutbox()
  return useSyncExternalStore(outbox.subscribe, outbox.read)
}

/** Sends what waits for as long as the page lives, and puts what was confirmed into the queue, without asking for all of it. */
export function useSending(): void {
  const outbox = useOutbox()
  const client = useQueryClient()
  useEffect(() => {
    outbox.onSaved = ({ round, technology, specialism }, rating) => {
      const queryKey = [keys.myAnswers]
      // A queue that was asked for before may arrive after it, and would show the item as it was.
      if (!client.getQueryData(queryKey)) return void client.invalidateQueries({ queryKey })
      void client.cancelQueries({ queryKey })
      client.setQueryData<QueueList>(
        queryKey,
        (list) =>
          list && {
            ...list,
            items: list.items.map((one) =>
              one.round.id === round ? withAnswer(one, `${technology}/${specialism}`, rating) : one,
            ),
          },
      )
    }
    outbox.onElsewhere = () => void client.invalidateQueries({ queryKey: [keys.myAnswers] })
    return outbox.start()
  }, [outbox, client])
}
