import { SwitchBox } from '../shared/SwitchBox.tsx'
import type { Switch } from '../shared/use-switch.ts'

interface Props {
  isOpen: boolean
  onToggle: (isOpen: boolean) => void
  keys: Switch
}

const all = [
  ['J K', 'next and previous signal'],
  ['L', 'link to a technology'],
  ['N', 'start a new technology from it'],
  ['D', 'dismiss; then 1 to 5 for the reason'],
  ['T', 'take it over'],
  ['U', 'undo what was done last'],
  ['X', 'choose, or choose no longer: keys then work on all that are chosen'],
  ['Esc', 'close what is open'],
  ['?', 'show or hide this list'],
] as const

/** What the keys do, and the switch for those whom they disturb. */
export function InboxHelp({ isOpen, onToggle, keys }: Props) {
  return (
    <details
      className="offing-small-details offing-no-print"
      open={isOpen}
      onToggle={(event) => onToggle(event.currentTarget.open)}
    >
      <summary>Read signals by keys</summary>
      <ul className="nhsuk-list">
        {all.map(([letters, does]) => (
          <li key={letters}>
            {letters.split(' ').map((letter) => (
              <kbd key={letter}>{letter}</kbd>
            ))}
            : {does}
          </li>
        ))}
      </ul>
      <SwitchBox id="inbox-keys" label="Single keys are on" at={keys} />
    </details>
  )
}
