import { SwitchBox } from '../shared/SwitchBox.tsx'
import type { Switch } from '../shared/use-switch.ts'

/** What the keys do, and the switches for those whom they, or the going on by itself, disturb. */
export function KeysHelp({ keys, advance }: { keys: Switch; advance: Switch }) {
  return (
    <>
      <details className="offing-small-details offing-keys-help">
        <summary>Answer by keys</summary>
        <ul className="nhsuk-list">
          <li>
            <kbd>1</kbd> to <kbd>9</kbd>: how much; <kbd>N</kbd> <kbd>P</kbd> <kbd>J</kbd>: no change, already, can’t
            judge
          </li>
          <li>
            <kbd>A</kbd> to <kbd>D</kbd>: when, soonest first; <kbd>S</kbd>: I can’t say
          </li>
          <li>
            <kbd>K</kbd>: keep my answer; <kbd>M</kbd>: same as my other specialism; <kbd>U</kbd>: undo; <kbd>E</kbd>:
            evidence
          </li>
          <li>
            <kbd>Enter</kbd>: next not answered; <kbd>←</kbd> <kbd>→</kbd>: previous and next item
          </li>
        </ul>
        <SwitchBox id="answer-keys" label="Single keys are on" at={keys} />
      </details>
      <SwitchBox id="answer-advance" label="Go on to the next item by itself once an item is answered" at={advance} />
    </>
  )
}
