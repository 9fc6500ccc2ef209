import type { useKeysSwitch } from './use-answer-keys.ts'

/** What the keys do, and the switch that turns them off for those whom they disturb. */
export function KeysHelp({ on, change }: ReturnType<typeof useKeysSwitch>) {
  return (
    <details className="offing-small-details offing-keys-help">
      <summary>Answer by keys</summary>
      <ul className="nhsuk-list">
        <li>
          <kbd>Y</kbd> <kbd>N</kbd> <kbd>P</kbd> <kbd>J</kbd>: does this affect your service
        </li>
        <li>
          <kbd>1</kbd> to <kbd>9</kbd>: how much (this also says Yes)
        </li>
        <li>
          <kbd>A</kbd> to <kbd>D</kbd>: when, soonest first; <kbd>S</kbd>: I can’t say
        </li>
        <li>
          <kbd>Enter</kbd>: save and next; <kbd>←</kbd> <kbd>→</kbd>: previous and next item
        </li>
      </ul>
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
        <div className="nhsuk-checkboxes__item">
          <input
            className="nhsuk-checkboxes__input"
            type="checkbox"
            id="answer-keys"
            checked={on}
            onChange={(event) => change(event.target.checked)}
          />
          <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor="answer-keys">
            Single keys are on
          </label>
        </div>
      </div>
    </details>
  )
}
