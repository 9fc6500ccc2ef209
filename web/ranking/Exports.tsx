import { link, paths } from '../../api/contract/paths.ts'
import { useMay } from '../shared/account.ts'
import { useAddress, withQuery } from '../shared/address.ts'
import { useRankingFilters } from '../shared/ranking-address.ts'

/** Orders that files know too; the table's others are the reader's own. */
const sorts: Record<string, string> = { name: 'name', years: 'year' }

/** The rows of the table, as filtered, as files. */
export function Exports() {
  const filters = useRankingFilters()
  const { get } = useAddress()
  const query = { ...filters, sort: sorts[get('sort')] }
  const file = (path: typeof paths.rankingCsv | typeof paths.rankingJson, name: string) => (
    <a href={withQuery(link(path, {}), { ...query, list: get('list') })} download>
      {name}
    </a>
  )
  if (!useMay('ranking.export')) return null
  return (
    <p className="offing-no-print">
      Take it with you:{' '}
      <a href={withQuery(link(paths.rankingWorkbook, {}), query)} download>
        Excel workbook
      </a>
      , {file(paths.rankingCsv, 'CSV file')} or {file(paths.rankingJson, 'JSON file')}.
    </p>
  )
}
