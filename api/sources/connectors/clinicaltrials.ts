import { type Answer, type Connector, ensureServed, type FoundRecord, type Page } from './connector.ts'
import { DateReading } from './dates.ts'
import { at, jsonOf, listAt, textAt, textsAt, wholeAt } from './json.ts'
import { plainLine, plainText } from './plain.ts'

const pageSize = '100'
/** Whole records hold results of many hundred kilobytes, and names of contacts. */
const fields = [
  'NCTId',
  'BriefTitle',
  'OfficialTitle',
  'OverallStatus',
  'WhyStopped',
  'Phase',
  'StudyType',
  'StartDate',
  'PrimaryCompletionDate',
  'CompletionDate',
  'StudyFirstPostDate',
  'LastUpdatePostDate',
  'Condition',
  'Keyword',
  'InterventionType',
  'InterventionName',
  'LeadSponsorName',
  'EnrollmentCount',
  'BriefSummary',
  'HasResults',
]

const parameter =
  /^(?:query\.(?:cond|term|locn|titles|intr|outc|spons|lead|id|patient)|filter\.(?:overallStatus|ids|geo|advanced)|aggFilters)$/

/** ClinicalTrials.gov, interface v2: trials first posted or updated since a day. */
export const clinicaltrials: Connector = {
  name: 'ClinicalTrials.gov',
  about: 'Trials registered world-wide, with their status and phase',
  hosts: ['clinicaltrials.gov'],
  filtersByDate: true,
  overlapDays: 3,
  pauseMs: 1000,
  mostBytes: 10_000_000,
  query: {
    label: 'What to look for',
    hint: 'Words, as in its search box; or its own parameters, joined by &.',
    examples: [
      { query: 'photon counting CT', finds: 'trials that mention it anywhere' },
      {
        query: 'query.cond=sepsis&query.intr=point of care test&filter.overallStatus=RECRUITING,NOT_YET_RECRUITING',
        finds: 'trials of point-of-care tests in sepsis that recruit, or are about to',
      },
      {
        query: 'query.intr=AREA[InterventionType]GENETIC AND gene editing',
        finds: 'trials whose intervention is genetic and mentions gene editing',
      },
    ],
  },
  problemWith(query) {
    const wrong = [...parametersOf(query).keys()].find((name) => !parameter.test(name))
    return wrong === undefined ? null : `It takes no parameter “${wrong}”.`
  },
  ask({ query, since, cursor }) {
    const parameters = parametersOf(query)
    const own = parameters.get('filter.advanced')
    const updated = `AREA[LastUpdatePostDate]RANGE[${since},MAX]`
    parameters.set('filter.advanced', own ? `(${own}) AND ${updated}` : updated)
    parameters.set('fields', fields.join(','))
    parameters.set('pageSize', pageSize)
    parameters.set('sort', 'LastUpdatePostDate:desc')
    parameters.set('countTotal', 'true')
    if (cursor !== null) parameters.set('pageToken', cursor)
    return { address: `https://clinicaltrials.gov/api/v2/studies?${parameters}` }
  },
  read(answer) {
    return pageOf(answer)
  },
}

/** The parameters that a query names; one that names none is looked for as words. */
function parametersOf(query: string): URLSearchParams {
  const isWords = !/^(?:query|filter)\.\w+=|^aggFilters=/.test(query.trim())
  return new URLSearchParams(isWords ? { 'query.term': query.trim() } : query.trim())
}

function pageOf(answer: Answer): Page {
  ensureServed(answer)
  const body = jsonOf(answer)
  const dates = new DateReading()
  const records = listAt(body, 'studies').flatMap((study) => recordOf(study, dates) ?? [])
  // A page may hold no studies and still lead on: only a page without a token is the last.
  const next = textAt(body, 'nextPageToken') || null
  return { records, next, total: wholeAt(body, 'totalCount'), notes: dates.notes() }
}

function recordOf(study: unknown, dates: DateReading): FoundRecord | null {
  const protocol = at(study, 'protocolSection')
  const nctId = textAt(protocol, 'identificationModule.nctId')
  if (!/^NCT\d{8}$/.test(nctId)) return null
  const identification = at(protocol, 'identificationModule')
  const day = (name: string) => textAt(protocol, `statusModule.${name}.date`)
  return {
    sourceRecord: nctId,
    title: plainLine(textAt(identification, 'briefTitle') || textAt(identification, 'officialTitle')) || nctId,
    text: textOf(protocol),
    webAddress: `https://clinicaltrials.gov/study/${nctId}`,
    ...dates.read(day('studyFirstPostDateStruct'), day('lastUpdatePostDateStruct'), day('startDateStruct')),
    organisation: plainLine(textAt(protocol, 'sponsorCollaboratorsModule.leadSponsor.name')),
    status: statusOf(protocol),
    identifiers: [`nct:${nctId}`],
    raw: JSON.stringify(study),
  }
}

/** The summary, which is Markdown, and what is tried on what. */
function textOf(protocol: unknown): string {
  const summary = textAt(protocol, 'descriptionModule.briefSummary').replace(/\\([\\<>*_~[\]])/g, '$1')
  const interventions = listAt(protocol, 'armsInterventionsModule.interventions').map((one) => textAt(one, 'name'))
  const parts = [
    plainText(summary),
    listed('Conditions', textsAt(protocol, 'conditionsModule.conditions')),
    listed('Interventions', interventions.filter(Boolean)),
  ]
  return parts.filter(Boolean).join('\n\n')
}

const listed = (name: string, values: readonly string[]) =>
  values.length > 0 ? plainLine(`${name}: ${values.join('; ')}`, 1000) : ''

/** “Recruiting, phase 2 and 3”; observational studies have no phase. */
function statusOf(protocol: unknown): string {
  const status = textAt(protocol, 'statusModule.overallStatus').toLowerCase().replaceAll('_', ' ')
  const phases = textsAt(protocol, 'designModule.phases').filter((phase) => phase !== 'NA')
  const inWords = phases.map((phase) => phase.replace(/^EARLY_PHASE/, 'early ').replace(/^PHASE/, ''))
  const type = textAt(protocol, 'designModule.studyType').toLowerCase().replaceAll('_', ' ')
  const kind = phases.length > 0 ? `phase ${inWords.join(' and ')}` : type
  const stopped = textAt(protocol, 'statusModule.whyStopped')
  const text = [status, kind].filter(Boolean).join(', ') + (stopped ? `: ${stopped}` : '')
  return plainLine(text.charAt(0).toUpperCase() + text.slice(1))
}
