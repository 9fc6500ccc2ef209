import type { HeatMap } from '../contract/heat-map.ts'
import * as operations from '../contract/operations.ts'
import { type Access, allow, editionFor } from '../http/access.ts'
import { type Api, ok } from '../http/serve.ts'
import { csvOf, workbookOf } from '../http/spreadsheets.ts'
import { lensFrom } from '../ranking/lens-names.ts'
import { scopeOf } from '../scans/scope.ts'
import { type HeatMapQuery, readHeatMap } from './reader.ts'
import { aboutTable, answersTable, impactTable } from './tables.ts'

type Asked = Omit<HeatMapQuery, 'lens' | 'edition'> & { lens: string; edition?: string | undefined }

export function heatMapRoutes(api: Api): void {
  const { rankings, registry } = api.world
  const mapOf = ({ lens, edition, ...rest }: Asked, access: Access) => {
    const query = { ...rest, lens: lensFrom(lens), edition: editionFor(access, edition) }
    return readHeatMap(registry.read, rankings, query, scopeOf(access.grant))
  }

  api.serveReady(operations.readHeatMap, allow('heat-map.read'), async ({ query, access }) =>
    ok(await mapOf(query, access)),
  )

  api.serve(operations.exportHeatMapCsv, allow('heat-map.export'), async ({ query, access }) => {
    const { figure, ...asked } = query
    const map = await mapOf(asked, access)
    const table = figure === 'impact' ? impactTable(map) : answersTable(map)
    const name = `${fileName(map)}${figure === 'answers' ? '-answers' : ''}.csv`
    return { status: 200, file: { name, content: csvOf(table) } }
  })

  api.serve(operations.exportHeatMapWorkbook, allow('heat-map.export'), async ({ query, access }) => {
    const map = await mapOf(query, access)
    const headings = { rows: 1, columns: 3 }
    const content = await workbookOf({
      'Mean impact': { table: impactTable(map), headings },
      'Who answered': { table: answersTable(map), headings },
      'About these figures': { table: aboutTable(map) },
    })
    return { status: 200, file: { name: `${fileName(map)}.xlsx`, content } }
  })
}

const fileName = ({ scan, lens }: HeatMap) => `heat-map-${scan.slug}${lens.kind === 'all' ? '' : `-${lens.slug}`}`
