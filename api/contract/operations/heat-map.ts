import { HeatMap } from '../heat-map.ts'
import { operation } from '../operation.ts'
import { paths } from '../paths.ts'
import { lens, limit, search, slugs } from '../query.ts'
import { ListName } from '../ranking.ts'
import { reference } from '../text.ts'
import { z } from '../z.ts'

/** Rows come in the order of the ranking, so a limit is the first so many of it. */
const query = z.strictObject({
  scan: reference().optional(),
  lens: lens(),
  list: ListName.optional(),
  category: slugs(),
  specialism: slugs(),
  q: search(),
  limit: limit(2_000, 500),
})

/** No sort: it is put in another order where it is read, by what it shows. An edition, by number or id, brings its scan. */
export const readHeatMap = operation({
  id: 'readHeatMap',
  method: 'get',
  path: paths.heatMap,
  summary: 'Technology by specialism: the mean impact of each pair asked, as far as it may be shown, and who answered',
  query: query.extend({ edition: reference().optional() }),
  answers: { 200: HeatMap },
  problems: [404],
})

export const exportHeatMapCsv = operation({
  id: 'exportHeatMapCsv',
  method: 'get',
  path: paths.heatMapCsv,
  summary: 'The heat map as a CSV file: mean impacts, or who answered',
  exports: true,
  query: query.extend({ figure: z.enum(['impact', 'answers']).default('impact') }),
  answers: { 200: null },
  media: 'text/csv',
  problems: [404],
})

export const exportHeatMapWorkbook = operation({
  id: 'exportHeatMapWorkbook',
  method: 'get',
  path: paths.heatMapWorkbook,
  summary: 'The heat map as an XLSX workbook: a sheet of mean impacts, one of who answered, one that explains them',
  exports: true,
  query,
  answers: { 200: null },
  media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  problems: [404],
})
