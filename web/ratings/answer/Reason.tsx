import { FieldFrame } from '../../shared/forms/FieldFrame.tsx'

const longest = 2000

interface Props {
  name: string
  label: string
  reason: string
  onType: (reason: string) => void
}

export function ReasonField({ name, label, reason, onType }: Props) {
  const hint = 'The panel reads it without your name. Please do not name patients or colleagues.'
  return (
    <FieldFrame name={name} label={label} hint={hint} error={undefined}>
      <textarea
        id={name}
        className="nhsuk-textarea"
        rows={3}
        maxLength={longest}
        aria-describedby={`${name}-hint`}
        value={reason}
        onChange={(event) => onType(event.target.value)}
      />
    </FieldFrame>
  )
}

/** Folded away until it is wanted: most answers need no reason. `onSave` is given where there is a whole answer to add it to. */
export function OptionalReason({
  reason,
  onType,
  onSave,
}: Omit<Props, 'name' | 'label'> & { onSave: (() => void) | null }) {
  return (
    <details className="offing-small-details offing-reason" open={reason !== '' || undefined}>
      <summary>Add a reason (optional)</summary>
      <ReasonField name="reason" label="Your reason" reason={reason} onType={onType} />
      {onSave && (
        <button type="button" className="nhsuk-button nhsuk-button--small nhsuk-button--secondary" onClick={onSave}>
          Save my reason
        </button>
      )}
    </details>
  )
}
