import './search.scss'
import { useCallback } from 'react'
import { Link } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import { type SearchAnswer, type SearchGroup, type SearchKind, searchKinds } from '../../api/contract/search.ts'
import { useMay } from '../shared/account.ts'
import { useAddress, withQuery } from '../shared/address.ts'
import { SearchField, stay } from '../shared/SearchField.tsx'
import { SwitchBox } from '../shared/SwitchBox.tsx'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { Hit } from './Hit.tsx'
import { useSearch } from './queries.ts'
import { useSearchKeySwitch } from './use-search-key.ts'
import { kindNames, totalInWords } from './words.ts'

/** Everything that holds the words, by kind, best first; of one kind more of it. */
export default function SearchPage() {
  const { get, change } = useAddress()
  const q = get('q')
  const kind = searchKinds.find((one) => one === get('kind')) ?? ''
  useTitle(q ? `Search: ${q}` : 'Search')
  const query = useSearch({ q, limit: kind ? 50 : 10, kind })
  const search = useCallback((text: string) => change({ q: text }, { typing: true }), [change])
  return (
    <>
      <h1 className="nhsuk-heading-l">Search</h1>
      <form className="offing-row offing-filters offing-no-print" aria-label="Search the registry" onSubmit={stay}>
        <SearchField label="Names, descriptions and evidence" value={q} onSearch={search} />
      </form>
      {q === '' ? (
        <p>Type the beginnings of one word or several: “gen seq” finds whole genome sequencing.</p>
      ) : (
        <Loaded query={query} what="what was found">
          {(answer) => <Found answer={answer} kind={kind} busy={query.isPlaceholderData} />}
        </Loaded>
      )}
      <SearchKey />
    </>
  )
}

function Found({ answer: { q, groups }, kind, busy }: { answer: SearchAnswer; kind: SearchKind | ''; busy: boolean }) {
  const { linkWith } = useAddress()
  const found = groups.filter(({ total }) => total > 0)
  if (found.length === 0) return <Nothing q={q} kind={kind} />
  return (
    <div aria-busy={busy || undefined}>
      <p className="offing-quiet" role="status">
        {found.map((group) => `${kindNames[group.kind]}: ${totalInWords(group)}`).join(' · ')}
      </p>
      {kind && (
        <p>
          <Link to={linkWith({ kind: null })}>Show all kinds</Link>
        </p>
      )}
      {found.map((group) => (
        <Group key={group.kind} group={group} isAlone={kind !== ''} />
      ))}
    </div>
  )
}

function Group({ group, isAlone }: { group: SearchGroup; isAlone: boolean }) {
  const { linkWith } = useAddress()
  const { kind, hits, total, isMore } = group
  const isCut = isMore || total > hits.length
  return (
    <section aria-labelledby={`found-${kind}`} className="offing-found">
      <h2 className="nhsuk-heading-m" id={`found-${kind}`}>
        {kindNames[kind]} <span className="offing-quiet">({totalInWords(group)})</span>
      </h2>
      <ul className="offing-found__list">
        {hits.map((hit) => (
          <Hit key={hit.id} hit={hit} />
        ))}
      </ul>
      {isCut && !isAlone && (
        <p>
          <Link to={linkWith({ kind })}>More {kindNames[kind].toLowerCase()}</Link>
        </p>
      )}
      {isCut && isAlone && (
        <p className="offing-quiet">The best {hits.length} are shown. Another word narrows the search.</p>
      )}
    </section>
  )
}

function Nothing({ q, kind }: { q: string; kind: SearchKind | '' }) {
  const { linkWith } = useAddress()
  const mayEnter = useMay('technologies.write')
  return (
    <Empty title={`No match for “${q}”`}>
      <p>Try fewer words, or only how they begin.</p>
      {kind && (
        <p>
          Only {kindNames[kind].toLowerCase()} were searched.{' '}
          <Link to={linkWith({ kind: null })}>Search all kinds</Link>
        </p>
      )}
      {mayEnter && (
        <p>
          <Link to={withQuery(pages.signals, { q, state: 'all' })}>Look in the inbox</Link>, or{' '}
          <Link to={withQuery(pages.enterTechnology, { name: q })}>enter it as a technology</Link>.
        </p>
      )}
    </Empty>
  )
}

function SearchKey() {
  return (
    <details className="offing-small-details offing-no-print">
      <summary>Search by keys</summary>
      <p>
        <kbd>/</kbd> goes to the search at the top of any page; <kbd>↓</kbd> <kbd>↑</kbd> go through what is found,{' '}
        <kbd>Enter</kbd> opens it, <kbd>Esc</kbd> closes the list.
      </p>
      <SwitchBox id="search-key" label="The key / goes to the search" at={useSearchKeySwitch()} />
    </details>
  )
}
