import type { Certainty } from '../contract/certainty.ts'
import * as operations from '../contract/operations.ts'
import type { ListName, Ranking } from '../contract/ranking.ts'
import { fileNameOf } from '../editions/names.ts'
import { readEdition } from '../editions/reader.ts'
import { type Access, allow, editionFor } from '../http/access.ts'
import type { Api } from '../http/serve.ts'
import { csvInTurns, type Sheets, workbookOf } from '../http/spreadsheets.ts'
import { CertaintyReader } from '../ranking/certainty-reader.ts'
import { lensFrom } from '../ranking/lens-names.ts'
import { listNames } from '../ranking/words.ts'
import { scopeOf } from '../scans/scope.ts'
import { aboutRanking } from './about.ts'
import { filtersInWords } from './filters.ts'
import { rankingTable } from './ranking-table.ts'
import type { TakenRanking } from './taken-ranking.ts'

const lists = Object.keys(listNames) as ListName[]
const everything = { from: 0, limit: Number.POSITIVE_INFINITY }

export function exchangeRoutes(api: Api): void {
  const { registry, rankings, editions, certainties } = api.world
  const sureness = new CertaintyReader(rankings, certainties)

  type Query = (typeof operations.exportRankingCsv)['query']['_output']
  const taken = async ({ lens, edition: reference, ...query }: Query, access: Access): Promise<TakenRanking> => {
    const edition = editionFor(access, reference)
    const view = { scan: query.scan, edition, lens: lensFrom(lens) }
    const ranking = await rankings.ranking({ ...query, ...view, ...everything }, scopeOf(access.grant))
    const held = edition && (await editions.readyCertainty(edition, lens))
    const certainty: Certainty = held
      ? JSON.parse(held)
      : await sureness.certainty({ ...view, varies: 'both' }, scopeOf(access.grant))
    const of = edition && (await readEdition(registry.read, editions, edition.reference, edition.audience))
    return { ranking, edition: of ?? null, certainty, filters: filtersInWords(query, ranking) }
  }

  api.serve(operations.exportRankingCsv, allow('ranking.export'), async ({ query, access }) => {
    const one = await taken(query, access)
    return { status: 200, file: { name: `${nameOf(one)}.csv`, content: await csvInTurns(rankingTable(one)) } }
  })

  api.serve(operations.exportRankingWorkbook, allow('ranking.export'), async ({ query, access }) => {
    const all = await Promise.all(lists.map((list) => taken({ ...query, list }, access)))
    return { status: 200, file: { name: `${nameOf(all[0]!)}.xlsx`, content: await workbookOf(sheetsOf(all)) } }
  })

  api.serve(operations.exportRankingJson, allow('ranking.export'), async ({ query, access }) => {
    const one = await taken(query, access)
    const { ranking, edition, certainty } = one
    const content = JSON.stringify({ about: aboutRanking(one), edition, ranking, certainty })
    return { status: 200, file: { name: `${nameOf(one)}.json`, content } }
  })
}

function sheetsOf(all: readonly TakenRanking[]): Sheets {
  const headings = { rows: 1, columns: 0 }
  const sheets: Sheets = {}
  for (const one of all) sheets[listNames[one.ranking.list]] = { table: rankingTable(one), headings }
  const about = [['What', 'In words'], ...aboutRanking(all[0]!).map(({ label, text }) => [label, text])]
  return { ...sheets, 'About these figures': { table: about } }
}

/** "ranking-scan-2026-genomics", or "offing-2026-edition-2-ranking-genomics-awaiting". */
function nameOf({ ranking, edition }: TakenRanking): string {
  const of = edition ? `${fileNameOf(edition)}-ranking` : `ranking-${ranking.scan.slug}`
  return [of, lensIn(ranking), ranking.list === 'ranked' ? '' : ranking.list].filter(Boolean).join('-')
}

const lensIn = ({ lens }: Ranking) => (lens.kind === 'all' ? '' : lens.slug)
