import type { By } from '../api/audit/perform.ts'
import { triageRecords } from '../api/demonstration/commands.ts'
import { addSource, readSourceNow } from '../api/sources/commands.ts'
import type { Answer, FoundRecord } from '../api/sources/connectors/connector.ts'
import { type ConnectorId, connectors } from '../api/sources/connectors/registry.ts'
import { beginNextRun, finishRun, keepPage } from '../api/sources/run-commands.ts'
import type { Registry } from '../db/open.ts'
import { readSourcePage } from './data.ts'
import { decisions } from './decisions.ts'

const dayMs = 24 * 3_600_000
const notSwitchedOn = '(not switched on: this is a demonstration)'

/** A source and the pages that were once captured of it; they stand in `data/source-pages`. */
interface SeedSource {
  name: string
  connector: ConnectorId
  query: string
  pages: readonly string[]
}

const sources: readonly SeedSource[] = [
  {
    name: `ClinicalTrials.gov ${notSwitchedOn}`,
    connector: 'clinicaltrials',
    query: 'Phelan-McDermid Syndrome OR melanoma',
    pages: [
      'clinicaltrials-gov-1.json',
      'clinicaltrials-gov-2.json',
      'clinicaltrials-gov-3.json',
      'clinicaltrials-gov-4-and-5.json',
    ],
  },
  {
    name: `Europe PMC ${notSwitchedOn}`,
    connector: 'europe-pmc',
    query: '"ATM c.7390T>C" OR "MLH1 p.Gly67Glu"',
    pages: ['europepmc-1.json', 'europepmc-2.json'],
  },
  {
    name: `openFDA 510(k) ${notSwitchedOn}`,
    connector: 'openfda-510k',
    query: 'advisory_committee:im',
    pages: ['openfda-510k-1.json'],
  },
  {
    name: `openFDA PMA ${notSwitchedOn}`,
    connector: 'openfda-pma',
    query: 'advisory_committee:en AND supplement_type:*',
    pages: ['openfda-pma-1.json'],
  },
  {
    name: `bioRxiv genomics ${notSwitchedOn}`,
    connector: 'feed',
    query: 'https://connect.biorxiv.org/biorxiv_xml.php?subject=genomics',
    pages: ['rss1-biorxiv-1.xml'],
  },
]

/** Sources that nobody reads, each read once from captured pages before the present scan was frozen; the scan team has decided on some of what came. */
export async function readSources(registry: Registry, scanner: string, now: Date): Promise<void> {
  const by = (days: number): By => ({ account: scanner, at: new Date(now.getTime() - days * dayMs).toISOString() })
  for (const source of sources) await readSource(registry, source, by(100))
  await triageRecords(registry, decisions, by(95))
}

async function readSource(registry: Registry, { pages, ...source }: SeedSource, by: By): Promise<void> {
  const asked = { ...source, from: '1970-01-01', schedule: 'off' as const }
  const { id } = await addSource(registry, asked, () => null, by)
  await readSourceNow(registry, id, by)
  const run = (await beginNextRun(registry, by.at))!
  const notes: string[] = []
  for (const name of pages) {
    const page = { records: recordsIn(name, source), next: null, expected: null, notes }
    await keepPage(registry, run, page, by.at)
  }
  await finishRun(registry, run, { state: 'done', failure: '', notes }, by.at)
}

function recordsIn(page: string, { connector, query }: Pick<SeedSource, 'connector' | 'query'>): FoundRecord[] {
  const { read, hosts } = connectors[connector]
  const address = connector === 'feed' ? query : `https://${hosts[0]}/`
  const answer: Answer = { address, status: 200, headers: {}, text: readSourcePage(page) }
  return read(answer, { query, since: '1970-01-01', cursor: null }).records
}
