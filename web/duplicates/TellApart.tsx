import { useState } from 'react'
import { link, paths } from '../../api/contract/paths.ts'
import type { Technology } from '../../api/contract/technologies.ts'
import { NotDone } from '../shared/states/NotDone.tsx'
import { type Outcome, useWrite } from '../shared/use-write.ts'
import { changedMeanwhile } from './changed-meanwhile.tsx'
import type { Said } from './SaidBar.tsx'
import { useMergesChanged } from './use-merges-changed.ts'

interface Props {
  left: Technology
  right: Technology
  onDone: (said: Said) => void
  onCancel: () => void
}

/** Says, with a reason if there is one, that two technologies are different. */
export function TellApart({ left, right, onDone, onCancel }: Props) {
  const [reason, setReason] = useState('')
  const changed = useMergesChanged()
  const { write, sending } = useWrite()
  const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null)
  const confirm = async () => {
    if (sending) return
    const pair = { technology: left.slug, other: right.slug }
    const result = await write({ method: 'PUT', url: link(paths.toldApart, pair), body: { reason } })
    setOutcome(result)
    if (result.kind !== 'saved') return
    await changed()
    onDone({ words: `${left.name} and ${right.name} are different, and not proposed again.`, apart: pair })
  }
  return (
    <div className="offing-callout">
      {outcome && <NotDone outcome={outcome} changed={changedMeanwhile} />}
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor="apart-reason">
          What tells them apart? (optional)
        </label>
        <textarea
          id="apart-reason"
          className="nhsuk-textarea"
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <div className="offing-row">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--small"
          aria-disabled={sending || undefined}
          onClick={confirm}
        >
          They are different
        </button>
        <button type="button" className="offing-link-button" onClick={onCancel}>
          Leave them as they are
        </button>
      </div>
    </div>
  )
}
