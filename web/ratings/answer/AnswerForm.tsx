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
 * `finish`. Begins from what stands: the answer of this round, else the one that carries over.
 */
export function useAnswer(queue: Queue, item: Item, onWhole: (fields: AnswerFields) => void) {
  const key = useDraftKey(queue, item)
  const [fields, setFields] = useState(
    () => draftOf<AnswerFields>(key) ?? answerFieldsOf(item.answer ?? carriedOver(item)),
  )
  const [wrong, setWrong] = useState<Wrong>({})
  const latest = useRef({ fields, onWhole })
  latest.current.onWhole = onWhole

  const set = useCallback(
    (change: Partial<AnswerFields>) => {
      const next = { ...latest.current.fields, ...change }
      latest.current.fields = next
      setFields(next)
      setWrong({})
      keepDraft(key, next)
      return next
    },
    [key],
  )
  const press = useCallback(
    (change: Partial<AnswerFields>) => {
      const next = set(change)
      if (isComplete(next, queue)) latest.current.onWhole(next)
    },
    [set, queue],
  )
  /** Gives what is there if it is whole; else says what is missing. */
  const finish = useCallback(() => {
    const found = wrongWith(latest.current.fields, queue)
    setWrong(found)
    const [first] = Object.keys(found)
    if (first === undefined) return latest.current.onWhole(latest.current.fields)
    // The field may not be marked as wrong before it is drawn again.
    requestAnimationFrame(() => document.getElementById(first)?.focus())
  }, [queue])
  const given = JSON.stringify(answerFieldsOf(item.answer ?? carriedOver(item)))
  /** Something was chosen or typed that is not given yet. */
  const hasMore = JSON.stringify(fields) !== given
  return { fields, wrong, press, type: set, finish, hasMore }
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
      {queue.round.asksYears && fields.when !== 'cannot-say' && (
        <p>
          <button type="submit" className="nhsuk-button nhsuk-button--secondary">
            Save these years
          </button>
        </p>
      )}
      <OptionalReason
        reason={fields.reason}
        onType={(reason) => type({ reason })}
        onSave={isWhole && fields.reason.trim() !== (item.answer?.reason ?? '') ? finish : null}
      />
    </form>
  )
}
