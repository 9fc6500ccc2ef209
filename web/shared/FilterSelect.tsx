import { useId } from 'react'
import type { Choice } from './choice.ts'

interface Props {
  label: string
  value: string
  choices: readonly Choice[]
  /** More choices, under headings. */
  groups?: Record<string, readonly Choice[]>
  onChange: (value: string) => void
}

/** A filter of which one value is chosen. */
export function FilterSelect({ label, value, choices, groups = {}, onChange }: Props) {
  const id = useId()
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="nhsuk-select" value={value} onChange={(event) => onChange(event.target.value)}>
        <Options choices={choices} />
        {Object.entries(groups).map(([name, members]) => (
          <optgroup key={name} label={name}>
            <Options choices={members} />
          </optgroup>
        ))}
      </select>
    </div>
  )
}

function Options({ choices }: { choices: readonly Choice[] }) {
  return choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ))
}
