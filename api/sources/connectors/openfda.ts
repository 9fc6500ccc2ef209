import { type Answer, type Asked, type Connector, ensureServed, type FoundRecord, type Page } from './connector.ts'
import { DateReading } from './dates.ts'
import { jsonOf, listAt, textAt, wholeAt } from './json.ts'
import { plainLine, plainText } from './plain.ts'

const pageSize = 200
/** Further on by `skip` there is nothing; the link in the answer's head leads beyond. */
const mostSkipped = 25_000
const everAfter = '2200-12-31'
const accessData = 'https://www.accessdata.fda.gov/scripts/cdrh/cfdocs'

interface Kind {
  endpoint: string
  /** Where words without a field are looked for. */
  wordFields: readonly string[]
  recordOf: (result: unknown, dates: DateReading) => FoundRecord | null
  /** Results that are left out unless the query names their field, and what to say of them. */
  leftOut?: { is: (result: unknown) => boolean; field: RegExp; note: (count: number) => string }
}

const common = {
  hosts: ['api.fda.gov'],
  filtersByDate: true,
  // Decisions are published weeks after their day.
  overlapDays: 60,
  // 240 a minute.
  pauseMs: 300,
  mostBytes: 10_000_000,
} as const

const hint =
  'Words of the name; or the field and what it holds, as field:term, joined by AND, OR. The days are put to it by themselves.'

/** openFDA, device 510(k) clearances and De Novo grants decided since a day. */
export const openfda510k: Connector = {
  ...common,
  name: 'openFDA 510(k)',
  about: 'Devices cleared by the United States regulator',
  query: {
    label: 'What to look for',
    hint,
    examples: [
      { query: 'spirometer', finds: 'devices with this word in their name' },
      { query: 'advisory_committee:cv AND device_name:electrocardiograph', finds: 'cardiovascular ones only' },
      { query: 'k_number:DEN*', finds: 'De Novo grants: the first of a new kind of device' },
    ],
  },
  ...connectorOf({
    endpoint: 'https://api.fda.gov/device/510k.json',
    wordFields: ['device_name'],
    recordOf: clearanceOf,
  }),
}

/** openFDA, premarket approvals decided since a day; originals, unless the query names a field of supplements. */
export const openfdaPma: Connector = {
  ...common,
  name: 'openFDA PMA',
  about: 'High-risk devices approved by the United States regulator',
  query: {
    label: 'What to look for',
    hint: `${hint} Supplements, most of them small changes, are left out unless the query names supplement_type or supplement_number.`,
    examples: [
      { query: 'glucose', finds: 'approvals with this word in their trade or generic name' },
      { query: 'advisory_committee:mi', finds: 'microbiology' },
      { query: 'advisory_committee:cv AND supplement_type:panel', finds: 'cardiovascular supplements of new use' },
    ],
  },
  ...connectorOf({
    endpoint: 'https://api.fda.gov/device/pma.json',
    wordFields: ['trade_name', 'generic_name'],
    recordOf: approvalOf,
    leftOut: {
      is: (result) => textAt(result, 'supplement_number') !== '',
      field: /\bsupplement_\w+:/,
      note: (count) => `${count === 1 ? 'One supplement was' : `${count} supplements were`} left out.`,
    },
  }),
}

function connectorOf(kind: Kind): Pick<Connector, 'problemWith' | 'ask' | 'read'> {
  return {
    problemWith: (query) =>
      /\b(?:decision_date|limit|skip|sort|api_key)\s*[:=]/.test(query)
        ? 'It is asked for days and pages by itself: leave out decision_date, limit, skip, sort and api_key.'
        : null,
    ask: ({ query, since, cursor }) => {
      const search = `(${searchOf(query, kind)}) AND decision_date:[${since} TO ${everAfter}]`
      const parameters = new URLSearchParams({ search, sort: 'decision_date:desc', limit: String(pageSize) })
      const [how, place] = placeOf(cursor)
      if (place) parameters.set(how, place)
      return { address: `${kind.endpoint}?${parameters}` }
    },
    read: (answer, asked) => pageOf(answer, asked, kind),
  }
}

function searchOf(query: string, { wordFields }: Kind): string {
  const said = query.trim()
  if (/\w:/.test(said)) return said
  const words = JSON.stringify(said.replace(/["\\]/g, ' '))
  return wordFields.map((field) => `${field}:${words}`).join(' OR ')
}

/** A cursor is “skip 200”, or “search_after …” as the link in the answer's head gave it. */
function placeOf(cursor: string | null): [string, string] {
  const [, how, place] = /^(skip|search_after) (.+)$/.exec(cursor ?? '') ?? []
  return [how ?? 'skip', place ?? '']
}

function pageOf(answer: Answer, asked: Asked, kind: Kind): Page {
  // No match comes as an error, usually with status 404.
  if (answer.text.includes('NOT_FOUND') && textAt(jsonOf(answer), 'error.code') === 'NOT_FOUND')
    return { records: [], next: null, total: 0, notes: [] }
  ensureServed(answer)
  const body = jsonOf(answer)
  const results = listAt(body, 'results')
  const { leftOut } = kind
  const wanted = leftOut && !leftOut.field.test(asked.query) ? results.filter((one) => !leftOut.is(one)) : results
  const dates = new DateReading()
  const records = wanted.flatMap((result) => kind.recordOf(result, dates) ?? [])
  const lacking = results.length - wanted.length
  const notes = [...(leftOut && lacking > 0 ? [leftOut.note(lacking)] : []), ...dates.notes()]
  const total = wholeAt(body, 'meta.results.total')
  return { records, next: nextOf(answer, asked, results.length, total), total, notes }
}

function nextOf({ headers }: Answer, { cursor }: Asked, received: number, total: number | null): string | null {
  if (received === 0) return null
  const [how, place] = placeOf(cursor)
  const skipped = how === 'skip' ? Number(place || 0) + received : null
  if (skipped !== null && (total === null ? received < pageSize : skipped >= total)) return null
  if (skipped !== null && skipped <= mostSkipped) return `skip ${skipped}`
  const after = searchAfter(headers.link ?? '')
  return after === null ? null : `search_after ${after}`
}

/** Of the link to the next page only where it begins is taken; the rest of its address is ours. */
function searchAfter(link: string): string | null {
  const [, address] = /<([^<>]+)>\s*;\s*rel="?next"?/.exec(link) ?? []
  if (address === undefined || !URL.canParse(address)) return null
  return new URL(address).searchParams.get('search_after')
}

function clearanceOf(result: unknown, dates: DateReading): FoundRecord | null {
  const number = textAt(result, 'k_number')
  if (!/^\w{1,40}$/.test(number)) return null
  const page = number.startsWith('DEN') ? 'cfPMN/denovo.cfm' : 'cfPMN/pmn.cfm'
  return {
    sourceRecord: number,
    title: plainLine(textAt(result, 'device_name')) || number,
    text: textOf(result, { 'Kind of clearance': textAt(result, 'clearance_type') }),
    webAddress: `${accessData}/${page}?ID=${number}`,
    ...dates.read(textAt(result, 'decision_date'), textAt(result, 'date_received')),
    organisation: plainLine(textAt(result, 'applicant')),
    status: plainLine(textAt(result, 'decision_description') || textAt(result, 'decision_code')),
    identifiers: [`fda:${number}`],
    raw: JSON.stringify(result),
  }
}

const decisions: Readonly<Record<string, string>> = { APPR: 'Approved', APWD: 'Withdrawn', DENY: 'Denied' }

function approvalOf(result: unknown, dates: DateReading): FoundRecord | null {
  const number = textAt(result, 'pma_number')
  const supplement = textAt(result, 'supplement_number')
  if (!/^\w{1,40}$/.test(number) || !/^\w{0,40}$/.test(supplement)) return null
  const names = [textAt(result, 'trade_name'), textAt(result, 'generic_name')].filter(Boolean)
  const code = textAt(result, 'decision_code')
  return {
    sourceRecord: [number, supplement].filter(Boolean).join('/'),
    title: plainLine(names.join(': ')) || number,
    text: textOf(result, {
      'Kind of supplement': textAt(result, 'supplement_type'),
      'Reason for it': textAt(result, 'supplement_reason'),
    }),
    webAddress: `${accessData}/cfPMA/pma.cfm?ID=${number}${supplement}`,
    ...dates.read(textAt(result, 'decision_date'), textAt(result, 'date_received')),
    organisation: plainLine(textAt(result, 'applicant')),
    status: plainLine(decisions[code] ?? code),
    identifiers: [`fda:${number}${supplement && `/${supplement}`}`],
    raw: JSON.stringify(result),
  }
}

/** What is said of the device: its statement, often only a word, and the lines that say which kind it is. */
function textOf(result: unknown, lines: Record<string, string>): string {
  const statement = textAt(result, 'ao_statement') || textAt(result, 'statement_or_summary')
  const about = {
    'Kind of device': textAt(result, 'openfda.device_name'),
    'Field of medicine': textAt(result, 'advisory_committee_description'),
    'Device class': textAt(result, 'openfda.device_class'),
    Regulation: textAt(result, 'openfda.regulation_number'),
    ...lines,
  }
  const said = Object.entries(about).flatMap(([name, value]) => (value ? plainLine(`${name}: ${value}`) : []))
  return [plainText(statement), said.join('\n')].filter(Boolean).join('\n\n')
}
