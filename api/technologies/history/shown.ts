import type { EvidenceChange, FieldChange, Shown } from '../../contract/technology-changes.ts'
import type { RecordState } from './states.ts'

/** Names by id, of whatever a field can hold. */
export type Names = ReadonlyMap<string, string>

/** Fields in the order of the form; the rest follow. What is not in either list is nobody's to read. */
export const fieldsOfTechnology = [
  'name',
  'aliases',
  'category',
  'kind',
  'description',
  'wouldChange',
  'specialisms',
  'specialismReasons',
  'policyItems',
  'readiness',
  'readinessBasis',
  'readinessOn',
  'readinessEvidence',
  'milestone',
  'milestonePlaces',
  'milestoneSource',
  'milestoneTest',
  'illustrativeYear',
  'partOf',
  'owner',
  'archived',
  'reason',
  'note',
] as const

export const fieldsOfEvidence = [
  'kind',
  'text',
  'date',
  'dateRole',
  'retrievedOn',
  'sourceTitle',
  'sourcePublisher',
  'sourceYear',
  'sourceUrl',
  'sourceType',
  'seenVia',
  'archived',
] as const

/** What is for the scan team alone. */
const inside: ReadonlySet<string> = new Set(['partOf', 'owner', 'reason', 'note'])

/** The fields that a reader is told of. */
export function fieldsFor(isScanTeam: boolean): readonly string[] {
  return isScanTeam ? fieldsOfTechnology : fieldsOfTechnology.filter((field) => !inside.has(field))
}

type Fields = Readonly<Record<string, unknown>>

/** What differs between two states, field by field, in words where the registry holds ids. */
export function differences(before: Fields, after: Fields, fields: readonly string[], names: Names): FieldChange[] {
  return fields.flatMap((field) => {
    const [was, is] = [shown(field, before[field], names), shown(field, after[field], names)]
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field, before: was, after: is }]
  })
}

/** The evidence of two states, each piece that differs, by the text by which it is known. */
export function compared(
  from: RecordState,
  to: RecordState,
  isVisible: (id: string) => boolean,
  names: Names,
): EvidenceChange[] {
  const ids = [...new Set([...from.here, ...to.here])].filter(isVisible).sort()
  const of = (state: RecordState, id: string) => (state.here.has(id) ? (state.evidence.get(id) ?? {}) : {})
  return ids.flatMap((id) => {
    const changes = differences(of(from, id), of(to, id), fieldsOfEvidence, names)
    return changes.length === 0 ? [] : [{ evidence: id, of: names.get(id) ?? '', changes }]
  })
}

const named: ReadonlySet<string> = new Set(['category', 'partOf', 'owner', 'readinessEvidence'])
const listed: ReadonlySet<string> = new Set(['specialisms', 'policyItems'])

/** Nothing, an empty text and an empty list are all nothing: before a field came to be, it held none. */
function shown(field: string, value: unknown, names: Names): Shown {
  const nameOf = (id: unknown) => names.get(String(id)) ?? 'no longer shown'
  if (value === undefined || value === null || value === '') return null
  if (named.has(field)) return nameOf(value)
  if (field === 'specialismReasons')
    return nothingIfEmpty(Object.entries(value as object).map(([id, reason]) => `${nameOf(id)}: ${reason}`))
  if (listed.has(field)) return nothingIfEmpty((value as unknown[]).map(nameOf))
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(String)
  return value as Shown
}

function nothingIfEmpty(texts: string[]): string[] | null {
  return texts.length === 0 ? null : texts.sort()
}
