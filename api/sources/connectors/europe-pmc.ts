import {
  type Answer,
  type Asked,
  type Connector,
  ensureServed,
  type FoundRecord,
  type Page,
  SourceFault,
} from './connector.ts'
import { DateReading } from './dates.ts'
import { at, jsonOf, listAt, textAt, textsAt, wholeAt } from './json.ts'
import { plainLine, plainText } from './plain.ts'

const firstCursor = '*'
/** A day after all that may be published. */
const everAfter = '2200-12-31'

/** Europe PMC: papers, preprints and patents published, or first shown there, since a day. */
export const europePmc: Connector = {
  name: 'Europe PMC',
  about: 'Papers, preprints and patents of the life sciences',
  hosts: ['www.ebi.ac.uk'],
  filtersByDate: true,
  overlapDays: 7,
  pauseMs: 1000,
  mostBytes: 10_000_000,
  query: {
    label: 'What to look for',
    hint: 'As in its search box: words, phrases in quotation marks, AND, OR, NOT, and fields.',
    examples: [
      { query: '"photon-counting CT"', finds: 'everything that holds the phrase' },
      {
        query: 'TITLE:("whole genome sequencing" AND newborn) AND NOT PUB_TYPE:"retracted publication"',
        finds: 'papers with both in their title, without those that were withdrawn',
      },
      { query: 'SRC:PPR AND ABSTRACT:"point of care" AND ABSTRACT:spirometry', finds: 'preprints only' },
    ],
  },
  problemWith: () => null,
  ask({ query, since, cursor }) {
    const days = `[${since} TO ${everAfter}]`
    const parameters = new URLSearchParams({
      // What is indexed late counts as new on the day that it is first shown.
      query: `(${query.trim()}) AND (FIRST_PDATE:${days} OR FIRST_IDATE:${days})`,
      format: 'json',
      resultType: 'core',
      pageSize: '100',
      sort: 'P_PDATE_D desc',
      cursorMark: cursor ?? firstCursor,
    })
    return { address: `https://www.ebi.ac.uk/europepmc/webservices/rest/search?${parameters}` }
  },
  read: (answer, asked) => pageOf(answer, asked),
}

function pageOf(answer: Answer, { cursor }: Asked): Page {
  ensureServed(answer)
  const body = jsonOf(answer)
  // An error comes with status 200.
  const code = textAt(body, 'errCode')
  if (code !== '' || at(body, 'resultList') === undefined) {
    const said = plainLine(textAt(body, 'errMsg'), 200)
    throw new SourceFault(`Europe PMC answered with an error${code && ` (${code})`}${said && `: ${said}`}.`)
  }
  const results = listAt(body, 'resultList.result')
  const dates = new DateReading()
  const records = results.flatMap((result) => recordOf(result, dates) ?? [])
  const mark = textAt(body, 'nextCursorMark')
  const isLast = results.length === 0 || mark === '' || mark === (cursor ?? firstCursor)
  return { records, next: isLast ? null : mark, total: wholeAt(body, 'hitCount'), notes: dates.notes() }
}

function recordOf(result: unknown, dates: DateReading): FoundRecord | null {
  const [source, id] = [textAt(result, 'source'), textAt(result, 'id')]
  if (source === '' || id === '') return null
  const journal =
    textAt(result, 'journalInfo.journal.title') ||
    textAt(result, 'journalTitle') ||
    textAt(result, 'bookOrReportDetails.publisher')
  return {
    // An id alone is not unique.
    sourceRecord: `${source}/${id}`.slice(0, 300),
    title: plainLine(textAt(result, 'title')).replace(/(?<!\.)\.$/, '') || `${source} ${id}`,
    text: plainText(textAt(result, 'abstractText')),
    webAddress: `https://europepmc.org/article/${encodeURIComponent(source)}/${encodeURIComponent(id)}`,
    ...dates.read(textAt(result, 'firstPublicationDate'), textAt(result, 'pubYear')),
    organisation: plainLine(journal),
    status: statusOf(result, source),
    identifiers: identifiersOf(result),
    raw: JSON.stringify(result),
    compared: JSON.stringify(withoutCounts(result)),
  }
}

function identifiersOf(result: unknown): string[] {
  const all = { doi: textAt(result, 'doi').toLowerCase(), pmid: textAt(result, 'pmid'), pmc: textAt(result, 'pmcid') }
  return Object.entries(all)
    .filter(([, value]) => value !== '')
    .map(([kind, value]) => plainLine(`${kind}:${value}`))
}

/** What kind of publication it is: “Preprint”, “Research article; journal article”. */
function statusOf(result: unknown, source: string): string {
  const types = textsAt(result, 'pubTypeList.pubType')
  const said = types.length > 0 ? types.join('; ') : textAt(result, 'pubType')
  const words = plainLine(said || { PPR: 'preprint', PAT: 'patent' }[source] || '').replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** How often it is cited, and what others link to it, moves from day to day and is no news. */
function withoutCounts(result: unknown): unknown {
  const moving = /^(citedByCount|has[A-Z].*|tmAccessionTypeList|dbCrossReferenceList|fullTextIdList|dateOfRevision)$/
  return Object.fromEntries(Object.entries(Object(result)).filter(([name]) => !moving.test(name)))
}
