import type { Signal } from '../../api/contract/signals.ts'

interface Props {
  items: readonly Signal[]
  chosen: readonly Signal[]
  onChoose: (signals: readonly Signal[]) => void
  onLink: () => void
  onDismiss: () => void
  onTake: () => void
}

/** How many are chosen, and what can be done with all of them at once. */
export function ChosenBar({ items, chosen, onChoose, onLink, onDismiss, onTake }: Props) {
  if (chosen.length === 0)
    return (
      <p className="offing-no-print">
        <button type="button" className="offing-link-button" onClick={() => onChoose(items)}>
          Choose all on this page
        </button>
      </p>
    )
  return (
    <div className="offing-callout offing-callout--slim offing-no-print">
      <p role="status">
        <strong>{chosen.length} chosen.</strong> What you do is done with all of them, or with none.
      </p>
      <div className="offing-row">
        <button type="button" className="nhsuk-button nhsuk-button--small" onClick={onLink}>
          Link them
        </button>
        <button type="button" className="nhsuk-button nhsuk-button--small nhsuk-button--secondary" onClick={onDismiss}>
          Dismiss them
        </button>
        <button type="button" className="nhsuk-button nhsuk-button--small nhsuk-button--secondary" onClick={onTake}>
          Take them over
        </button>
        <button type="button" className="offing-link-button" onClick={() => onChoose([])}>
          Choose none
        </button>
      </div>
    </div>
  )
}
