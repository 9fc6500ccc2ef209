import { useEffect, useMemo, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Problem } from '../../api/contract/problem.ts'
import type { Queue, QueueItem, RatingResponse } from '../../api/contract/ratings.ts'
import { draftOf, dropDraft, keepDraft } from '../shared/drafts.ts'
import { Form, SubmitButton } from '../shared/forms/index.ts'
import { AnswerClash } from './AnswerClash.tsx'
import { answerCheck } from './answer-check.ts'
import { type AnswerFields, answerFieldsOf, answerFrom } from './answer-fields.ts'
import { KeysHelp } from './KeysHelp.tsx'
import { Questions } from './Questions.tsx'
import { RoundClosed } from './RoundClosed.tsx'
import { useAnswerKeys, useKeysSwitch } from './use-answer-keys.ts'
import { useAnswerShortcuts } from './use-answer-shortcuts.ts'
import { useDraftKey } from './use-draft-key.ts'
import { answerWrite, useAnswered } from './use-record.ts'

interface Props {
  queue: Queue
  item: QueueItem
  onSaved: (answer: RatingResponse) => void
}

/** `seen` stays the answer that stood here when the item was opened, so that a newer one is not overwritten unseen. */
export function AnswerForm({ queue, item, onSaved }: Props) {
  const { asksYears } = queue.round
  const key = useDraftKey(queue, item)
  const [seen, setSeen] = useState(item.answer)
  const [clash, setClash] = useState<RatingResponse | null>(null)
  const [closed, setClosed] = useState('')
  const form = useForm<AnswerFields>({
    defaultValues: draftOf<AnswerFields>(key) ?? answerFieldsOf(seen),
    resolver: useMemo(() => answerCheck(queue), [queue]),
    shouldFocusError: false,
  })
  useEffect(() => form.watch((values) => keepDraft(key, values)).unsubscribe, [key, form.watch])
  const answered = useAnswered(queue)
  const keysSwitch = useKeysSwitch()
  useAnswerKeys(keysSwitch.on, useAnswerShortcuts(queue, item, form))

  const saved = (answer: RatingResponse) => {
    dropDraft(key)
    answered(item, answer)
    onSaved(answer)
  }
  const refused = ({ status, detail }: Problem) => {
    if (status === 409) setClosed(detail)
    return status === 409
  }
  const takeTheirs = (theirs: RatingResponse) => {
    form.reset(answerFieldsOf(theirs))
    dropDraft(key)
    answered(item, theirs)
    setSeen(theirs)
    setClash(null)
  }
  return (
    <div id="answer">
      {closed && <RoundClosed detail={closed} />}
      {clash && (
        <AnswerClash
          queue={queue}
          theirs={clash}
          onTakeTheirs={() => takeTheirs(clash)}
          onKeepMine={() => setClash(null)}
        />
      )}
      <Form
        form={form}
        request={(fields) => answerWrite(queue, item, answerFrom(fields, asksYears), seen)}
        onSaved={saved}
        onConflict={(current) => {
          setSeen(current as RatingResponse | null)
          setClash(current as RatingResponse | null)
        }}
        onRefused={refused}
        pointers={{ '/arrival': 'when', '/arrival/p10': 'p10', '/arrival/p50': 'p50', '/arrival/p90': 'p90' }}
      >
        <Questions queue={queue} item={item} />
        <div className="offing-save-bar">
          <SubmitButton>Save and next</SubmitButton>
        </div>
      </Form>
      <KeysHelp {...keysSwitch} />
    </div>
  )
}
