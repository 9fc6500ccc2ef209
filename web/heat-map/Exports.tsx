import { link, paths } from '../../api/contract/paths.ts'
import { useMay } from '../shared/account.ts'
import { withQuery } from '../shared/address.ts'
import { useHeatMapFilters } from './use-heat-map-filters.ts'
import type { Figure } from './words.ts'

/** The same rows and columns as files, in the ranking's order. */
export function Exports({ figure }: { figure: Figure }) {
  const filters = useHeatMapFilters()
  const csv = withQuery(link(paths.heatMapCsv, {}), { ...filters, figure: figure === 'impact' ? null : figure })
  if (!useMay('heat-map.export')) return null
  return (
    <p className="offing-no-print">
      Take it with you:{' '}
      <a href={withQuery(link(paths.heatMapWorkbook, {}), filters)} download>
        Excel workbook
      </a>{' '}
      or{' '}
      <a href={csv} download>
        CSV file
      </a>
      .
    </p>
  )
}
