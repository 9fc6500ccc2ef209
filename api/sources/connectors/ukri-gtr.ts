import { type Answer, type Asked, type Connector, ensureServed, type FoundRecord, type Page } from './connector.ts'
import { DateReading, dayOf } from './dates.ts'
import { at, jsonOf, listAt, textAt, wholeAt } from './json.ts'
import { plainLine, plainText } from './plain.ts'

/** UKRI Gateway to Research, interface GtR-2: research projects. It has no filter by date, so that all that match are read each time. */
export const ukriGtr: Connector = {
  name: 'UKRI Gateway to Research',
  about: 'Research projects that UK public money pays for',
  hosts: ['gtr.ukri.org'],
  filtersByDate: false,
  overlapDays: 0,
  // No number is stated; the site asks for “web etiquette”.
  pauseMs: 2000,
  mostBytes: 10_000_000,
  query: {
    label: 'What to look for',
    hint: 'Words in the title or the abstract; phrases in quotation marks, AND, OR.',
    examples: [
      { query: '"liquid biopsy"', finds: 'projects that mention the phrase' },
      { query: '"quantum sensor" AND (MEG OR magnetocardiography)', finds: 'quantum sensors for brain and heart' },
      { query: '"digital twin" AND radiotherapy', finds: 'projects that mention both' },
    ],
  },
  problemWith: () => null,
  ask({ query, cursor }) {
    const parameters = new URLSearchParams({ q: query.trim(), p: cursor ?? '1', s: '100' })
    parameters.append('f', 'pro.t')
    parameters.append('f', 'pro.a')
    return {
      address: `https://gtr.ukri.org/gtr/api/projects?${parameters}`,
      // Without a version the oldest is sent, and without this header XML.
      headers: { accept: 'application/vnd.rcuk.gtr.json-v7' },
    }
  },
  read: (answer, asked) => pageOf(answer, asked),
}

function pageOf(answer: Answer, { cursor }: Asked): Page {
  ensureServed(answer)
  const body = jsonOf(answer)
  const dates = new DateReading()
  const projects = listAt(body, 'project')
  const records = projects.flatMap((project) => recordOf(project, dates) ?? [])
  const page = Number(cursor ?? '1')
  const isLast = projects.length === 0 || page >= (wholeAt(body, 'totalPages') ?? 0)
  return { records, next: isLast ? null : String(page + 1), total: wholeAt(body, 'totalSize'), notes: dates.notes() }
}

function recordOf(project: unknown, dates: DateReading): FoundRecord | null {
  const id = textAt(project, 'id')
  if (!/^[\w-]{1,100}$/.test(id)) return null
  const reference = grantReference(project)
  const status = [textAt(project, 'status'), textAt(project, 'grantCategory')].filter(Boolean)
  return {
    sourceRecord: id,
    title: plainLine(textAt(project, 'title')) || reference || id,
    text: plainText(textAt(project, 'abstractText')),
    webAddress: reference ? `https://gtr.ukri.org/projects?ref=${encodeURIComponent(reference)}` : null,
    ...dates.read(startOf(project)),
    organisation: plainLine(textAt(project, 'leadFunder')),
    status: plainLine(status.join(', ')),
    identifiers: reference ? [`ukri:${reference}`] : [],
    raw: JSON.stringify(project),
  }
}

function grantReference(project: unknown): string {
  const references = listAt(project, 'identifiers.identifier').map((one) => textAt(one, 'value'))
  return plainLine(textAt(project, 'grantReference') || (references.find(Boolean) ?? ''), 100)
}

/** The day on which its money begins: milliseconds since 1970, at the project or at the link to its fund. */
function startOf(project: unknown): string {
  const fund = listAt(project, 'links.link').find((one) => textAt(one, 'rel') === 'FUND')
  const start = at(project, 'start') ?? at(fund, 'start')
  return typeof start === 'string' ? start : dayOf(wholeAt({ start }, 'start'))
}
