import { useId } from 'react'
import { useAccount } from '../shared/account.ts'
import { useAddress } from '../shared/address.ts'
import type { Choice } from '../shared/choice.ts'
import { exitReasonNames } from '../shared/exit-words.ts'
import { useAbout } from '../shared/queries.ts'
import { count } from '../shared/words.ts'
import { useScanTeam } from './queries.ts'

/** The names of these filters in the address. */
export const teamFilters = ['owner', 'evidence', 'archived'] as const

const nobody = { value: 'nobody', label: 'Nobody’s' }
const present = { value: '', label: 'Not archived' }

/** What the scan team looks for: whose, on how new evidence, archived and why. */
export function TeamFilters() {
  const { account } = useAccount()
  const years = useAbout().data?.evidenceStaleYears ?? 3
  const team = (useScanTeam().data?.items ?? []).filter(({ id }) => id !== account.id)
  const people = team.map(({ id, name }) => ({ value: id, label: `${name}’s` }))
  const mine = account.roles.includes('scanner') ? [{ value: 'mine', label: 'Mine' }] : []
  const evidence = [
    { value: 'none', label: 'Without evidence' },
    { value: 'stale', label: `None newer than ${count(years, 'year')}` },
  ]
  const reasons = Object.entries(exitReasonNames).map(([value, label]) => ({ value, label: `Archived: ${label}` }))
  return (
    <>
      <Filter name="owner" label="Whose" choices={[{ value: '', label: 'Anybody’s' }, ...mine, nobody, ...people]} />
      <Filter name="evidence" label="Evidence" choices={[{ value: '', label: 'Any' }, ...evidence]} />
      <Filter
        name="archived"
        label="Archived"
        choices={[present, { value: 'yes', label: 'Archived, for any reason' }, ...reasons]}
      />
    </>
  )
}

function Filter({ name, label, choices }: { name: string; label: string; choices: Choice[] }) {
  const id = useId()
  const { get, change } = useAddress()
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="nhsuk-select"
        value={get(name)}
        onChange={(event) => change({ [name]: event.target.value, cursor: null })}
      >
        {choices.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}

/** What the interface is asked for, from what stands in the address. */
export function useTeamQuery() {
  const { account } = useAccount()
  const { get } = useAddress()
  const owner = get('owner')
  const archived = get('archived')
  return {
    owner: owner === 'mine' ? account.id : owner,
    evidence: get('evidence'),
    archived: archived ? 'true' : '',
    reason: archived === 'yes' ? '' : archived,
  }
}
