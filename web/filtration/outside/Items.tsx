import { useCallback, useState } from 'react'
import { Link } from 'react-router'
import type { OutsideItemList, OutsideList } from '../../../api/contract/outside-lists.ts'
import { useMay } from '../../shared/account.ts'
import { useAddress } from '../../shared/address.ts'
import { FilterSelect } from '../../shared/FilterSelect.tsx'
import { SearchField, stay } from '../../shared/SearchField.tsx'
import { Empty } from '../../shared/states/Empty.tsx'
import { Loaded } from '../../shared/states/Loaded.tsx'
import { count } from '../../shared/words.ts'
import { ItemRow } from './ItemRow.tsx'
import { LeaveOut } from './LeaveOut.tsx'
import { useOutsideItems } from './queries.ts'
import { Said } from './Said.tsx'
import { useVerdicts } from './use-verdicts.ts'

/** The items that the address asks for, each with what can be said of it, and of several at once. */
export function Items({ list }: { list: OutsideList }) {
  const { get } = useAddress()
  const query = { show: get('show'), q: get('q'), cursor: get('cursor'), limit: 100 }
  const items = useOutsideItems(list.id, query)
  return (
    <>
      <h2 className="nhsuk-heading-m">What is on it</h2>
      <Loaded query={items} what="what is on it">
        {(page) => <Page list={list} page={page} busy={items.isPlaceholderData} />}
      </Loaded>
    </>
  )
}

function Page({ list, page, busy }: { list: OutsideList; page: OutsideItemList; busy: boolean }) {
  const verdicts = useVerdicts(list.id)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const mayWrite = useMay('outside-lists.write')
  const open = page.items.filter(({ state }) => state === 'open')
  const picked = open.filter(({ id }) => chosen.includes(id))
  const choose = useCallback(
    (id: string, on: boolean) => setChosen((now) => (on ? [...now, id] : now.filter((one) => one !== id))),
    [],
  )
  return (
    <>
      <Filters counts={page.counts} />
      <Said verdicts={verdicts} />
      {page.total === 0 ? (
        <Empty title={nothing} />
      ) : (
        <p className="offing-quiet" role="status">
          {count(page.total, 'item')}
          {page.items.length < page.total && `, ${page.items.length} on this page`}
        </p>
      )}
      {mayWrite && open.length > 0 && (
        <div className="offing-bulk offing-no-print">
          <button
            type="button"
            className="offing-link-button"
            onClick={() => setChosen(picked.length === open.length ? [] : open.map(({ id }) => id))}
          >
            {picked.length === open.length ? 'Choose none' : `Choose all ${open.length} open items on this page`}
          </button>
          {picked.length > 0 && (
            <LeaveOut
              items={picked}
              verdicts={verdicts}
              onDone={() => setChosen([])}
              what={count(picked.length, 'chosen item')}
            />
          )}
        </div>
      )}
      <ol className="offing-outside" aria-busy={busy || undefined}>
        {page.items.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            list={list.id}
            verdicts={verdicts}
            isChosen={chosen.includes(item.id)}
            onChoose={choose}
          />
        ))}
      </ol>
      <Paging next={page.nextCursor} />
    </>
  )
}

const nothing = 'Nothing on the list is so'

function Filters({ counts }: Pick<OutsideItemList, 'counts'>) {
  const { get, change } = useAddress()
  const search = useCallback((q: string) => change({ q, cursor: null }, { typing: true }), [change])
  const choices = [
    { value: '', label: `All (${counts.total})` },
    { value: 'open', label: `Not settled yet (${counts.open})` },
    { value: 'proposed', label: `Perhaps here (${counts.proposed})` },
    { value: 'absent', label: `Not here (${counts.open - counts.proposed})` },
    { value: 'here', label: `Here (${counts.here})` },
    { value: 'left-out', label: `Left out (${counts.leftOut})` },
  ]
  return (
    <form className="offing-row offing-filters offing-no-print" aria-label="Filter the list" onSubmit={stay}>
      <FilterSelect
        label="Show"
        value={get('show')}
        choices={choices}
        onChange={(show) => change({ show, cursor: null })}
      />
      <SearchField label="Search" value={get('q')} onSearch={search} />
    </form>
  )
}

function Paging({ next }: { next: string | null }) {
  const { has, linkWith } = useAddress()
  if (!next && !has('cursor')) return null
  return (
    <nav className="offing-row offing-no-print" aria-label="Pages">
      {has('cursor') && <Link to={linkWith({ cursor: null })}>First page</Link>}
      {next && <Link to={linkWith({ cursor: next })}>Next page</Link>}
    </nav>
  )
}
