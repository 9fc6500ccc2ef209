import { useCallback, useId } from 'react'
import type { SignalList } from '../../api/contract/signals.ts'
import { useAccount } from '../shared/account.ts'
import { ClearFilters } from '../shared/ClearFilters.tsx'
import { FilterMenu } from '../shared/FilterMenu.tsx'
import { SearchField, stay } from '../shared/SearchField.tsx'
import { useChoices } from './queries.ts'
import { useInboxAddress } from './use-inbox-address.ts'
import { originNames, stateNames } from './words.ts'

const origins = Object.entries(originNames).map(([value, label]) => ({ value, label }))

/** What is listed, and in which order: all of it stands in the address. */
export function InboxFilters({ counts }: { counts: SignalList['counts'] | undefined }) {
  const { get, all, state, sort, change } = useInboxAddress()
  const choices = useChoices().data
  const { account } = useAccount()
  const filter = useCallback(
    (changes: Parameters<typeof change>[0], how?: Parameters<typeof change>[1]) =>
      change({ ...changes, cursor: null, signal: null }, how),
    [change],
  )
  const search = useCallback((q: string) => filter({ q }, { typing: true }), [filter])
  const numbers = counts && { ...counts, all: counts.unread + counts.linked + counts.dismissed }
  const states = Object.entries({ ...stateNames, all: 'All' }).map(([value, name]) => ({
    value,
    label: numbers ? `${name} (${numbers[value as keyof typeof numbers].toLocaleString('en-GB')})` : name,
  }))
  const sources = (choices?.sources ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const team = (choices?.team ?? []).map(({ id, name }) => ({
    value: id,
    label: id === account.id ? `${name} (you)` : name,
  }))
  return (
    <form className="offing-row offing-filters offing-no-print" aria-label="Which signals" onSubmit={stay}>
      <Choice label="State" value={state} choices={states} onChange={(chosen) => filter({ state: chosen })} />
      {state === 'unread' && (
        <Choice
          label="Order"
          value={sort || 'newest'}
          choices={[
            { value: 'newest', label: 'Newest first' },
            { value: 'likeliest', label: 'Likeliest first' },
          ]}
          onChange={(chosen) => filter({ sort: chosen === 'newest' ? null : chosen })}
        />
      )}
      <SearchField label="Search" value={get('q')} onSearch={search} />
      <FilterMenu label="Kind" choices={origins} chosen={all('origin')} onChange={(origin) => filter({ origin })} />
      {sources.length > 0 && (
        <FilterMenu label="Source" choices={sources} chosen={all('source')} onChange={(source) => filter({ source })} />
      )}
      <FilterMenu
        label="Whose"
        choices={[{ value: 'nobody', label: 'Nobody’s yet' }, ...team]}
        chosen={all('owner')}
        onChange={(owner) => filter({ owner })}
      />
      <ClearFilters filters={['q', 'origin', 'source', 'owner', 'scan', 'technology', 'cursor']} />
    </form>
  )
}

interface ChoiceProps {
  label: string
  value: string
  choices: { value: string; label: string }[]
  onChange: (value: string) => void
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="nhsuk-select" value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}
