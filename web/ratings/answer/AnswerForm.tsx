import { useCallback, useRef, useState } from 'react'
import type { Queue } from '../../../api/contract/ratings.ts'
import { draftOf, keepDraft } from '../../shared/drafts.ts'
import { isComplete, type Wrong, wrongWith } from '../answer-check.ts'
import { type AnswerFields, answerFieldsOf } from '../answer-fields.ts'
import { carriedOver } from '../queue.ts'
import type { Item } from '../sitting.ts'
import { useDraftKey } from '../use-draft-key.ts'
import { Questions } from './Questions.tsx'
import { OptionalReason } from './Reason.tsx'

export type AnswerState = ReturnType<typeof useAnswer>

/**
 * What is chosen and typed for an item. A press that makes the answer whole gives it at once; what is typed waits for
 * `finish`. Where nothing was changed the form shows what stands, however it came about (kept, taken over from another
 * specialism, given in another window): the answer of this round, else the one that carries over.
 */
export function useAnswer(queue: Queue, item: Item, onWhole: (fields: AnswerFields) => void) {
  const key = useDraftKey(queue, item)
  const given = answerFieldsOf(item.answer ?? carriedOver(item))
  const [changed, setChanged] = useState(() => draftOf<AnswerFields>(key))
  const fields = changed ?? given
  const [wrong, setWrong] = useState<Wrong>({})
  const latest = useRef({ fields, onWhole })
  latest.current = { fields, onWhole }

  const set = useCallback(
    (change: Partial<AnswerFields>) => {
      const next = { ...latest.current.fields, ...change }
      latest.current.fields = next
      setChanged(next)
      setWrong({})
      keepDraft(key, next)
      return next
    },
    [key],
  )
  const giveIt = useCallback((whole: AnswerFields) => {
    latest.current.onWhole(whole)
    setChanged(undefined)
  }, [])
  const press = useCallback(
    (change: Partial<AnswerFields>) => {
      const next = set(change)
      if (isComplete(next, queue)) giveIt(next)
    },
    [set, giveIt, queue],
  )
  /** Gives what is there if it is whole; else says what is missing. */
  const finish = useCallback(() => {
    const found = wrongWith(latest.current.fields, queue)
    setWrong(found)
    const [first] = Object.keys(found)
    if (first === undefined) return giveIt(latest.current.fields)
    // The field may not be marked as wrong before it is drawn again.
    requestAnimationFrame(() => document.getElementById(first)?.focus())
  }, [giveIt, queue])
  /** Something was chosen or typed that is not given yet. */
  const hasMore = JSON.stringify(fields) !== JSON.stringify(given)
  /** Lets go of what was chosen and not given: an answer that was given as a whole takes its place. */
  const forget = useCallback(() => setChanged(undefined), [])
  return { fields, wrong, press, type: set, finish, hasMore, forget }
}

interface Props {
  queue: Queue
  item: Item
  state: AnswerState
}

export function AnswerForm({ queue, item, state }: Props) {
  const { fields, wrong, press, type, finish } = state
  const isWhole = isComplete(fields, queue)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        finish()
      }}
    >
      <Questions queue={queue} item={item} fields={fields} wrong={wrong} onPress={press} onType={type} />
      <OptionalReason
        reason={fields.reason}
        onType={(reason) => type({ reason })}
        onSave={isWhole && fields.reason.trim() !== (item.answer?.reason ?? '') ? finish : null}
      />
    </form>
  )
}
