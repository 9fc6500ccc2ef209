import { useCallback } from 'react'
import type { HeatMap } from '../../api/contract/heat-map.ts'
import { useAddress } from '../shared/address.ts'
import { ClearFilters } from '../shared/ClearFilters.tsx'
import { FilterMenu } from '../shared/FilterMenu.tsx'
import { FilterSelect } from '../shared/FilterSelect.tsx'
import { FiltersOnPaper } from '../shared/FiltersOnPaper.tsx'
import { LensSelect } from '../shared/LensSelect.tsx'
import { SearchField, stay } from '../shared/SearchField.tsx'
import { listNames } from '../shared/words.ts'
import { impactOf } from './entries.ts'
import type { Figure } from './words.ts'

/** What narrows the rows. */
export const rowFilters = ['first', 'list', 'category', 'specialism', 'q'] as const

const firsts = [10, 25, 50, 100]

/** What to show and in which order: all of it is in the address. */
export function Filters({ map, figure }: { map: HeatMap; figure: Figure }) {
  const address = useAddress()
  const { change, get } = address
  const search = useCallback((q: string) => change({ q }, { typing: true }), [change])
  const named = ({ slug, name }: { slug: string; name: string }) => ({ value: slug, label: name })
  const choices = { category: map.categories.map(named), specialism: map.lenses.specialisms.map(named) }
  const menu = (name: 'category' | 'specialism', label: string) => (
    <FilterMenu
      label={label}
      choices={choices[name]}
      chosen={address.all(name)}
      onChange={(chosen) => change({ [name]: chosen })}
    />
  )
  return (
    <>
      <FiltersOnPaper choices={choices} more={get('first') ? [`the first ${get('first')}`] : []} />
      <form className="offing-row offing-filters offing-no-print" aria-label="Filter the heat map" onSubmit={stay}>
        <FilterSelect
          label="What to show"
          value={figure === 'impact' ? '' : figure}
          choices={[
            { value: '', label: 'Impact' },
            { value: 'answers', label: 'Who answered' },
          ]}
          onChange={(show) => change({ show })}
        />
        <LensSelect ranking={map} onChange={(lens) => change({ lens, sort: null })} />
        <FilterSelect
          label="Technologies"
          value={get('list') || (get('first') && `first ${get('first')}`)}
          choices={[
            { value: '', label: 'All' },
            ...firsts.map((first) => ({ value: `first ${first}`, label: `The first ${first}` })),
            ...Object.entries(listNames).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(chosen) =>
            change(chosen.startsWith('first ') ? { first: chosen.slice(6), list: null } : { first: null, list: chosen })
          }
        />
        <FilterSelect
          label="In order of"
          value={get('sort')}
          choices={[
            { value: '', label: 'Place' },
            { value: 'name', label: 'Name' },
            { value: 'reach', label: 'How widespread' },
          ]}
          groups={{ 'Impact on': map.columns.map(({ slug, name }) => ({ value: impactOf(slug), label: name })) }}
          onChange={(sort) => change({ sort })}
        />
        <SearchField label="Search" value={get('q')} onSearch={search} />
        {menu('category', 'Category')}
        {menu('specialism', 'Specialisms asked')}
        <ClearFilters filters={rowFilters} />
      </form>
    </>
  )
}
