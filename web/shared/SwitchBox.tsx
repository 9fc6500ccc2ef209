import type { Switch } from './use-switch.ts'

/** A box that switches a habit of this browser on and off. */
export function SwitchBox({ id, label, at: { on, change } }: { id: string; label: string; at: Switch }) {
  return (
    <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
      <div className="nhsuk-checkboxes__item">
        <input
          className="nhsuk-checkboxes__input"
          type="checkbox"
          id={id}
          checked={on}
          onChange={(event) => change(event.target.checked)}
        />
        <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
          {label}
        </label>
      </div>
    </div>
  )
}
