import { createContext, useContext, useMemo, useRef, useState } from 'react'
import type { Queue, RateTechnologyRequest, RatingResponse } from '../../api/contract/ratings.ts'
import { useAccount } from '../shared/account.ts'
import { dropDraft } from '../shared/drafts.ts'
import { again, cannotJudge, inWords, withdrawal } from './answer-fields.ts'
import type { Target } from './outbox/unsent.ts'
import { useOutbox, useUnsent } from './outbox/use-outbox.ts'
import { carriedOver, keyOf } from './queue.ts'
import { type Item, itemsOf, orderOfSitting } from './sitting.ts'
import { draftKey } from './use-draft-key.ts'

/** What was done last, so that it can be said and taken back. */
interface Act {
  key: string
  name: string
  said: string
  before: RatingResponse | null
}

export interface Sitting {
  queue: Queue
  items: readonly Item[]
  /** Gives an answer: it is kept on this device at once, and sent. */
  record: (item: Item, body: RateTechnologyRequest) => void
  /** Puts the last answer back to what it was; gives the item, or nothing where nothing was done. */
  undo: () => Item | undefined
  last: (Pick<Act, 'key' | 'name' | 'said'> & { body: RateTechnologyRequest; isUndone: boolean }) | null
  /** Grows when an answer is put back, so that a form begins anew. */
  undone: number
}

export const SittingContext = createContext<Sitting | null>(null)

export function useSitting(): Sitting {
  const sitting = useContext(SittingContext)
  if (!sitting) throw new Error('This belongs to a queue.')
  return sitting
}

/** One sitting at a queue: its items in a steady order, the ways to answer, and the way back. */
export function useNewSitting(queue: Queue): Sitting {
  const account = useAccount().account.id
  const outbox = useOutbox()
  const { unsent } = useUnsent()
  const order = useMemo(() => orderOfSitting(account, queue), [account, queue])
  const items = useMemo(() => itemsOf(queue, unsent, order), [queue, unsent, order])
  const acts = useRef<Act[]>([])
  const [last, setLast] = useState<Sitting['last']>(null)
  const [undone, setUndone] = useState(0)
  return useMemo(() => {
    const put = (item: Item, body: RateTechnologyRequest) => {
      dropDraft(draftKey(account, queue, item))
      outbox.put(targetOf(queue, item, inWords(body, queue.bands)), body, item.saved?.version ?? null)
    }
    const record = (item: Item, body: RateTechnologyRequest) => {
      const act = {
        key: keyOf(item),
        name: item.technology.name,
        said: inWords(body, queue.bands),
        before: item.answer,
      }
      acts.current.push(act)
      put(item, body)
      setLast({ ...act, body, isUndone: false })
    }
    const undo = () => {
      const act = acts.current.pop()
      const item = act && items.find((one) => keyOf(one) === act.key)
      if (!act || !item) return undefined
      const body = asItWas(queue, item, act.before)
      put(item, body)
      setLast({ ...act, body, isUndone: true })
      setUndone((count) => count + 1)
      return item
    }
    return { queue, items, record, undo, last, undone }
  }, [account, outbox, queue, items, last, undone])
}

/** An answer of an earlier round counted before; where there was none, it is taken back. */
function asItWas(queue: Queue, item: Item, before: RatingResponse | null): RateTechnologyRequest {
  const standing = before ?? carriedOver({ ...item, answer: null })
  return (standing && again(standing, queue.round.asksYears)) ?? withdrawal
}

function targetOf(queue: Queue, item: Item, said: string): Target {
  const { technology, specialism } = item
  const names = { technology: technology.name, specialism: specialism.name }
  const carried = carriedOver({ ...item, answer: item.saved })
  return {
    round: queue.round.id,
    technology: technology.slug,
    specialism: specialism.slug,
    names,
    said,
    carried: carried && (again(carried, queue.round.asksYears) ?? cannotJudge),
  }
}
