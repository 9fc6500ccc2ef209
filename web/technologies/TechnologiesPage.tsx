import './technologies.scss'
import { useCallback } from 'react'
import { Link } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import type { Category, TechnologyList } from '../../api/contract/technologies.ts'
import { useMay } from '../shared/account.ts'
import { useAddress } from '../shared/address.ts'
import { FilterMenu } from '../shared/FilterMenu.tsx'
import { useCategories, useSpecialisms, useTechnologies } from '../shared/queries.ts'
import { SearchField, stay } from '../shared/SearchField.tsx'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { count } from '../shared/words.ts'
import { TeamFilters, teamFilters, useTeamQuery } from './TeamFilters.tsx'
import { TechnologyItem } from './TechnologyItem.tsx'

const pageSize = 50

/** Everything in the registry, whether a scan asks about it or not: searched while typing, page by page. */
export default function TechnologiesPage() {
  useTitle('Technologies')
  const { get, all } = useAddress()
  const team = useTeamQuery()
  const filters = { category: all('category'), specialism: all('specialism') }
  const common = { q: get('q'), ...filters, cursor: get('cursor'), limit: pageSize }
  const query = useTechnologies({ ...common, ...team })
  const categories = useCategories().data?.items ?? none
  return (
    <>
      <div className="offing-row offing-row--apart">
        <h1 className="nhsuk-heading-l">Technologies</h1>
        {useMay('technologies.write') && (
          <Link to={pages.enterTechnology} className="nhsuk-button nhsuk-button--small offing-no-print">
            Enter a technology
          </Link>
        )}
      </div>
      <Search categories={categories} />
      <Loaded query={query} what="the technologies">
        {(list) => <Results list={list} categories={categories} busy={query.isPlaceholderData} />}
      </Loaded>
    </>
  )
}

const none: Category[] = []
const allFilters = ['q', 'category', 'specialism', 'cursor', 'owner', 'evidence', 'archived']

function Search({ categories }: { categories: Category[] }) {
  const { get, all, change } = useAddress()
  const search = useCallback((q: string) => change({ q, cursor: null }, { typing: true }), [change])
  const specialisms = useSpecialisms().data?.items.filter(({ current }) => current) ?? []
  return (
    <form className="offing-row offing-filters offing-no-print" aria-label="Search the technologies" onSubmit={stay}>
      <SearchField label="Search by name or description" value={get('q')} onSearch={search} />
      <FilterMenu
        label="Category"
        choices={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
        chosen={all('category')}
        onChange={(category) => change({ category, cursor: null })}
      />
      {specialisms.length > 0 && (
        <FilterMenu
          label="Specialism"
          choices={specialisms.map(({ slug, name }) => ({ value: slug, label: name }))}
          chosen={all('specialism')}
          onChange={(specialism) => change({ specialism, cursor: null })}
        />
      )}
      {useMay('scan-team.read') && <TeamFilters />}
    </form>
  )
}

function Results({ list, categories, busy }: { list: TechnologyList; categories: Category[]; busy: boolean }) {
  const { get, all } = useAddress()
  const searched = Boolean(get('q')) || all('category').length + all('specialism').length > 0 || teamFilters.some(get)
  if (list.total === 0) return <Nothing searched={searched} />
  return (
    <>
      <p className="offing-quiet" role="status">
        {count(list.total, 'technology', 'technologies')} {searched && 'found'}
      </p>
      <ul className="offing-technologies" aria-busy={busy || undefined}>
        {list.items.map((technology) => (
          <TechnologyItem key={technology.id} technology={technology} categories={categories} />
        ))}
      </ul>
      <Paging next={list.nextCursor} />
    </>
  )
}

function Nothing({ searched }: { searched: boolean }) {
  const { linkWith } = useAddress()
  if (!searched) return <Empty title="The registry holds no technology yet" />
  return (
    <Empty title="No technology matches your search">
      <p>
        Try fewer or other words, or{' '}
        <Link to={linkWith(Object.fromEntries(allFilters.map((name) => [name, null])))}>see them all</Link>.
      </p>
    </Empty>
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
