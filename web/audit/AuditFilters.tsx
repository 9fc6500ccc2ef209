import { useCallback, useId } from 'react'
import { actionName, wayNames, ways } from '../../api/audit/words.ts'
import { useAddress } from '../shared/address.ts'
import { ClearFilters } from '../shared/ClearFilters.tsx'
import { FilterMenu } from '../shared/FilterMenu.tsx'
import { FilterSelect } from '../shared/FilterSelect.tsx'
import { SearchField, stay } from '../shared/SearchField.tsx'
import { dateLabel, listed } from '../shared/words.ts'
import { useAuditChoices } from './queries.ts'
import { filterNames } from './use-trail-filters.ts'

const wayChoices = ways.map((value) => ({ value, label: wayNames[value] }))
const everybody = [
  { value: '', label: 'Anybody' },
  { value: 'nobody', label: 'Nobody who was signed in' },
]

/** Who, what, from where and when; each at once, and all in the address. */
export function AuditFilters() {
  const { get, all, change } = useAddress()
  const choices = useAuditChoices().data
  const search = useCallback((q: string) => change({ q, cursor: null }, { typing: true }), [change])
  const people = (choices?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const chosen = get('actor')
  const gone = [...everybody, ...people].some(({ value }) => value === chosen) ? [] : [{ value: chosen, label: chosen }]
  const actions = (choices?.actions ?? all('action')).map((value) => ({ value, label: actionName(value) }))
  return (
    <form className="offing-row offing-filters offing-no-print" aria-label="Search the audit trail" onSubmit={stay}>
      <SearchField label="Search by what was done, or by an id" value={get('q')} onSearch={search} />
      <FilterSelect
        label="Who"
        value={chosen}
        choices={[...everybody, ...people, ...gone]}
        onChange={(actor) => change({ actor, cursor: null })}
      />
      <FilterMenu
        label="What"
        choices={actions.toSorted((a, b) => (a.label < b.label ? -1 : 1))}
        chosen={all('action')}
        onChange={(action) => change({ action, cursor: null })}
      />
      <FilterMenu
        label="From where"
        choices={wayChoices}
        chosen={all('via')}
        onChange={(via) => change({ via, cursor: null })}
      />
      <Day label="From day" name="from" />
      <Day label="To day" name="to" />
      <OneObject />
      <ClearFilters filters={[...filterNames, 'cursor']} />
    </form>
  )
}

function Day({ label, name }: { label: string; name: 'from' | 'to' }) {
  const id = useId()
  const { get, change } = useAddress()
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className="nhsuk-input"
        value={get(name)}
        onChange={(event) => change({ [name]: event.target.value, cursor: null }, { typing: true })}
      />
    </div>
  )
}

/** A link in the table leads here: all that was done to one thing. */
function OneObject() {
  const { get } = useAddress()
  if (!get('object')) return null
  return <p className="offing-audit__one">Only what was done to one {get('kind').replace(/-/g, ' ') || 'thing'}</p>
}

/** What is shown, for paper, which has no menus; nothing where it is everything. */
export function useFiltersInWords(): string {
  const { get, all } = useAddress()
  const people = useAuditChoices().data?.people ?? []
  const who = get('actor') && (people.find(({ id }) => id === get('actor'))?.name ?? 'nobody who was signed in')
  const parts = [
    who,
    listed(all('action').map(actionName)),
    listed(wayChoices.filter(({ value }) => all('via').includes(value)).map(({ label }) => label)),
    get('from') && `from ${dateLabel(get('from'))}`,
    get('to') && `to ${dateLabel(get('to'))}`,
    get('q') && `“${get('q')}”`,
    get('object') && `${get('kind')} ${get('object')}`,
  ]
  return parts.filter(Boolean).join('; ')
}
