import './admin.scss'
import { Link } from 'react-router'
import type { AccountList, AccountRow } from '../../api/contract/accounts.ts'
import { pageLink, pages } from '../../api/contract/paths.ts'
import { useMay } from '../shared/account.ts'
import { useAddress } from '../shared/address.ts'
import { AdminTabs } from '../shared/admin/AdminTabs.tsx'
import { FilterSelect } from '../shared/FilterSelect.tsx'
import { SearchField, stay } from '../shared/SearchField.tsx'
import { DoneBefore } from '../shared/states/Done.tsx'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { count, roleNames } from '../shared/words.ts'
import { Nominators } from './Nominators.tsx'
import { useAccounts } from './queries.ts'
import { joinedInWords, rolesInWords, stateNames } from './words.ts'

const anyOne = { value: '', label: 'Any' }
const roleChoices = [
  anyOne,
  ...Object.entries(roleNames).map(([value, label]) => ({ value, label })),
  { value: 'none', label: 'No role' },
]
const stateChoices = [
  { value: '', label: 'All but removed' },
  ...Object.entries(stateNames).map(([value, label]) => ({ value, label })),
]

/** Everybody who may sign in, or might: found by name, address, role and state. */
export default function AccountsPage() {
  return useAddress().get('act') === 'nominators' ? <Nominators /> : <List />
}

function List() {
  useTitle('Accounts')
  const { get, change } = useAddress()
  const may = useMay('accounts.write')
  const query = { q: get('q'), role: get('role'), state: get('state'), cursor: get('cursor') }
  return (
    <>
      <AdminTabs />
      <DoneBefore />
      <div className="offing-row offing-row--apart">
        <h1 className="nhsuk-heading-l">Accounts</h1>
        {may && (
          <Link className="nhsuk-button nhsuk-button--small" to={pages.addAccount}>
            Add a person
          </Link>
        )}
      </div>
      <form className="offing-row offing-no-print" onSubmit={stay}>
        <SearchField
          label="Find by name or email address"
          value={query.q}
          onSearch={(q) => change({ q, cursor: null }, { typing: true })}
        />
        <FilterSelect
          label="Role"
          value={query.role}
          choices={roleChoices}
          onChange={(role) => change({ role, cursor: null })}
        />
        <FilterSelect
          label="State"
          value={query.state}
          choices={stateChoices}
          onChange={(state) => change({ state, cursor: null })}
        />
      </form>
      <Loaded query={useAccounts(query)} what="the accounts">
        {(list) => (list.items.length === 0 ? <NoneFound /> : <Found list={list} />)}
      </Loaded>
      <NominatorsLink />
    </>
  )
}

function NoneFound() {
  return (
    <Empty title="Nobody fits">
      <p>
        <Link to={pages.accounts}>Show everybody</Link>
      </p>
    </Empty>
  )
}

function NominatorsLink() {
  const { linkWith } = useAddress()
  return (
    <p className="offing-no-print">
      <Link to={linkWith({ act: 'nominators' })}>Somebody who nominated without an account asks about their data</Link>
    </p>
  )
}

function Found({ list }: { list: AccountList }) {
  const { linkWith, has } = useAddress()
  return (
    <>
      <p className="offing-quiet" role="status">
        {count(list.total, 'person', 'people')}
        {list.nextCursor !== null || has('cursor') ? `, ${list.items.length} on this page` : ''}
      </p>
      <table className="offing-table offing-table--stack">
        <caption className="nhsuk-u-visually-hidden">Accounts, by name</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Roles</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {list.items.map((account) => (
            <Row key={account.id} account={account} />
          ))}
        </tbody>
      </table>
      <div className="offing-row offing-no-print">
        {has('cursor') && <Link to={linkWith({ cursor: null })}>First page</Link>}
        {list.nextCursor !== null && <Link to={linkWith({ cursor: list.nextCursor })}>Next page</Link>}
      </div>
    </>
  )
}

function Row({ account }: { account: AccountRow }) {
  return (
    <tr>
      <th scope="row">
        <Link to={pageLink(pages.oneAccount, { account: account.id })}>{account.name}</Link>
        <span className="offing-quiet offing-admin__note">{account.email}</span>
      </th>
      <td data-label="Roles">{rolesInWords(account)}</td>
      <td data-label="State">
        {account.lookAround ? 'Made-up person of the demonstration' : stateNames[account.state]}
        <span className="offing-quiet offing-admin__note">{joinedInWords(account)}</span>
      </td>
    </tr>
  )
}
