import { useId, useState } from 'react'
import type { WorthAnotherLook } from '../../api/contract/next-round.ts'
import { useAddress } from '../shared/address.ts'
import { count } from '../shared/words.ts'

/** How long the shortlist is: so many of the first groups, or places where groups cannot be told. */
export function ShortlistForm({ look }: { look: WorthAnotherLook }) {
  const { get, change } = useAddress()
  const id = useId()
  const byGroups = look.groups !== null
  const name = byGroups ? 'groups' : 'places'
  const shortlisted = look.items.filter(({ why }) => why.includes('shortlist'))
  const reached = byGroups
    ? Math.max(1, ...shortlisted.map(({ group }) => group ?? 1))
    : Math.max(1, ...shortlisted.map(({ place }) => place ?? 1))
  const [length, setLength] = useState(get(name) || String(reached))
  return (
    <form
      className="offing-no-print"
      onSubmit={(event) => {
        event.preventDefault()
        change({ [name]: length })
      }}
    >
      <h2 className="nhsuk-heading-m">The shortlist</h2>
      <p className="nhsuk-u-reading-width">
        {byGroups
          ? `The ranking falls into ${count(look.groups ?? 0, 'group')}: a new one starts where one technology clearly stands above another.`
          : `There are too few answers to say which technologies clearly stand above others, so the shortlist goes by place: ${count(look.ranked, 'technology is', 'technologies are')} ranked.`}
      </p>
      <div className="offing-row offing-shortlist">
        <div className="nhsuk-form-group">
          <label className="nhsuk-label" htmlFor={id}>
            {byGroups ? 'How many of the first groups?' : 'How many of the first places?'}
          </label>
          <input
            className="nhsuk-input nhsuk-input--width-4"
            id={id}
            type="number"
            min={1}
            max={byGroups ? 100 : 2000}
            required
            value={length}
            onChange={(event) => setLength(event.target.value)}
          />
        </div>
        <button type="submit" className="nhsuk-button nhsuk-button--small nhsuk-button--secondary">
          Show the shortlist
        </button>
      </div>
      <p role="status">
        {count(shortlisted.length, 'technology', 'technologies')} on the shortlist,{' '}
        {count(look.total, 'technology', 'technologies')} worth another look in all.
      </p>
    </form>
  )
}
