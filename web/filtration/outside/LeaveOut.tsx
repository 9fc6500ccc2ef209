import { type FormEvent, useId, useState } from 'react'
import type { ExitReason } from '../../../api/contract/exits.ts'
import type { OutsideItem } from '../../../api/contract/outside-lists.ts'
import { exitReasonNames } from '../../../api/filtration/words.ts'
import { FilterSelect } from '../../shared/FilterSelect.tsx'
import type { Verdicts } from './use-verdicts.ts'

interface Props {
  items: readonly OutsideItem[]
  /** What is left out, as it stands on the button. */
  what: string
  verdicts: Verdicts
  onDone: () => void
}

const choices = Object.entries(exitReasonNames).map(([value, label]) => ({ value, label }))

/** Leaves items out, for a reason that must be chosen. */
export function LeaveOut({ items, what, verdicts: { settle, sending }, onDone }: Props) {
  const id = useId()
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState('')
  const leave = async (event: FormEvent) => {
    event.preventDefault()
    const lacks =
      reason === '' ? 'Choose a reason' : reason === 'other' && note.trim() === '' ? 'Say in the note why' : ''
    setMissing(lacks)
    if (lacks || sending) return
    const verdict = { kind: 'left-out', reason: reason as ExitReason, note: note.trim() } as const
    const done = await settle(
      items.map((item) => ({ item, verdict })),
      `Left out: ${what}.`,
    )
    if (done) onDone()
  }
  return (
    <form className="offing-leave-out" onSubmit={(event) => void leave(event)}>
      {missing && (
        <p className="nhsuk-error-message" role="alert">
          {missing}
        </p>
      )}
      <div className="offing-row">
        <FilterSelect
          label="Leave out because it is"
          value={reason}
          choices={[{ value: '', label: 'Choose a reason' }, ...choices]}
          onChange={setReason}
        />
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor={id}>
            Note (needed with “Other”)
          </label>
          <input
            id={id}
            className="nhsuk-input"
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
        <button
          type="submit"
          className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
          aria-disabled={sending}
        >
          Leave out {what}
        </button>
      </div>
    </form>
  )
}
