import { useMemo } from 'react'
import type { Coverage } from '../../../api/contract/filtration.ts'
import { useAddress } from '../../shared/address.ts'
import { ClearFilters } from '../../shared/ClearFilters.tsx'
import { FilterMenu } from '../../shared/FilterMenu.tsx'
import { FilterSelect } from '../../shared/FilterSelect.tsx'
import { FiltersOnPaper } from '../../shared/FiltersOnPaper.tsx'
import { stay } from '../../shared/SearchField.tsx'
import { bandChoices, type Row } from './cells.ts'

export const filterNames = ['grouping', 'band', 'only'] as const

/** What narrows the map: all of it is in the address. */
export function Filters({ coverage }: { coverage: Coverage }) {
  const { all, get, change } = useAddress()
  const groupings = coverage.groupings.map(({ slug, name }) => ({ value: slug, label: name }))
  const bands = bandChoices(coverage)
  return (
    <>
      <FiltersOnPaper
        choices={{ grouping: groupings, band: bands }}
        more={get('only') ? ['where nothing was looked at'] : []}
      />
      <form className="offing-row offing-filters offing-no-print" aria-label="Filter the map" onSubmit={stay}>
        <FilterSelect
          label="Show"
          value={get('only')}
          choices={[
            { value: '', label: 'Everything' },
            { value: 'empty', label: 'Only where nothing was looked at' },
          ]}
          onChange={(only) => change({ only })}
        />
        <FilterMenu
          label="Grouping"
          choices={groupings}
          chosen={all('grouping')}
          onChange={(grouping) => change({ grouping })}
        />
        <FilterMenu label="When" choices={bands} chosen={all('band')} onChange={(band) => change({ band })} />
        <ClearFilters filters={filterNames} />
      </form>
    </>
  )
}

/** The rows and the numbers of the columns that the filters keep. */
export function useKept(coverage: Coverage, rows: readonly Row[]): { rows: Row[]; columns: number[] } {
  const { all, get } = useAddress()
  const groupings = all('grouping').join()
  const onlyEmpty = get('only') === 'empty'
  return useMemo(() => {
    const wanted = groupings.split(',')
    const grouped = rows.filter(({ specialism }) => groupings === '' || wanted.includes(specialism.grouping))
    const numbers = coverage.categories.map((_, i) => i)
    if (!onlyEmpty) return { rows: grouped, columns: numbers }
    return {
      rows: grouped.filter(({ cells }) => cells.some(({ state }) => state === 'nothing')),
      columns: numbers.filter((i) => grouped.some(({ cells }) => cells[i]!.state === 'nothing')),
    }
  }, [coverage, rows, groupings, onlyEmpty])
}
