import { useCallback } from 'react'
import type { Ranking } from '../../api/contract/ranking.ts'
import { useAddress } from '../shared/address.ts'
import { ClearFilters } from '../shared/ClearFilters.tsx'
import { FilterMenu } from '../shared/FilterMenu.tsx'
import { FiltersOnPaper } from '../shared/FiltersOnPaper.tsx'
import { LensSelect } from '../shared/LensSelect.tsx'
import { SearchField, stay } from '../shared/SearchField.tsx'
import { bandLabel } from '../shared/words.ts'

const filters = ['category', 'band', 'specialism', 'q']

/** What to show: all of it is in the address, so that a link shows what its sender saw. */
export function Filters({ ranking }: { ranking: Ranking }) {
  const address = useAddress()
  const { change } = address
  const search = useCallback((q: string) => change({ q }, { typing: true }), [change])
  const choices = choicesOf(ranking)
  const menu = (name: 'category' | 'band' | 'specialism', label: string) => (
    <FilterMenu
      label={label}
      choices={choices[name]}
      chosen={address.all(name)}
      onChange={(chosen) => change({ [name]: chosen })}
    />
  )
  return (
    <>
      <FiltersOnPaper choices={choices} />
      <form className="offing-row offing-filters offing-no-print" aria-label="Filter the ranking" onSubmit={stay}>
        <LensSelect ranking={ranking} onChange={(lens) => change({ lens })} />
        <SearchField label="Search" value={address.get('q')} onSearch={search} />
        {menu('category', 'Category')}
        {menu('band', 'When')}
        {menu('specialism', 'Specialisms asked')}
        <ClearFilters filters={filters} />
      </form>
    </>
  )
}

function choicesOf({ categories, bands, lenses }: Ranking) {
  const named = ({ slug, name }: { slug: string; name: string }) => ({ value: slug, label: name })
  return {
    category: categories.map(named),
    band: bands.map((band) => ({ value: String(band.index), label: bandLabel(band) })),
    specialism: lenses.specialisms.map(named),
  }
}
