import { useId } from 'react'
import { useAddress } from '../shared/address.ts'
import type { Colour, Colouring } from './use-colouring.ts'

const names: Record<Colour, string> = {
  change: 'How much changes',
  grouping: 'Grouping it changes most',
  movement: 'What has moved',
}

/** By what marks are coloured; nothing where there is no choice. */
export function ColourSelect({ colouring: { offered, colour } }: { colouring: Colouring }) {
  const id = useId()
  const { change } = useAddress()
  if (offered.length < 2) return null
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor={id}>
        Colour and shape
      </label>
      <select
        id={id}
        className="nhsuk-select"
        value={colour}
        onChange={({ target: { value } }) => change({ colour: value === 'change' ? null : value })}
      >
        {offered.map((one) => (
          <option key={one} value={one}>
            {names[one]}
          </option>
        ))}
      </select>
    </div>
  )
}
