import { useId, useRef } from 'react'
import { useAddress } from '../shared/address.ts'
import { stay } from '../shared/SearchField.tsx'

/** The radar as it stood on a day: the day is in the address. */
export function AsOf() {
  const id = useId()
  const { get, change } = useAddress()
  const input = useRef<HTMLInputElement>(null)
  // While somebody types a year, its first digits make a date, too: of the year 2, or 20.
  const take = (day: string) => (day === '' || day >= '1900') && change({ asOf: day }, { typing: true })
  const clear = () => {
    if (input.current) input.current.value = ''
    change({ asOf: null })
    input.current?.focus()
  }
  return (
    <form className="offing-row offing-filters offing-no-print" aria-label="Find by date" onSubmit={stay}>
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor={id}>
          The radar as it stood on
        </label>
        <input
          id={id}
          ref={input}
          type="date"
          className="nhsuk-input nhsuk-input--width-10"
          defaultValue={get('asOf')}
          onChange={(event) => take(event.target.value)}
        />
      </div>
      {get('asOf') && (
        <button type="button" className="offing-link-button" onClick={clear}>
          Show all editions
        </button>
      )}
    </form>
  )
}
