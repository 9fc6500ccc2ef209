import type { Evidence, EvidenceRequest } from '../../api/contract/technologies.ts'
import { evidenceKindNames } from '../shared/evidence-words.ts'
import { type DateParts, dateFrom, datePartsOf, noDate } from '../shared/forms/DateField.tsx'

/** Evidence as it is typed. `dateRole` is `no-date` where the source shows none. */
export interface EvidenceFields {
  kind: string
  text: string
  dateRole: 'happened' | 'planned' | 'no-date' | ''
  date: DateParts
  retrievedOn: DateParts
  sourceTitle: string
  sourcePublisher: string
  sourceYear: string
  sourceUrl: string
  sourceType: string
  seenVia: string
}

export const noEvidence: EvidenceFields = {
  kind: '',
  text: '',
  dateRole: '',
  date: noDate,
  retrievedOn: noDate,
  sourceTitle: '',
  sourcePublisher: '',
  sourceYear: '',
  sourceUrl: '',
  sourceType: '',
  seenVia: '',
}

export const evidenceKinds = Object.entries(evidenceKindNames).map(([value, label]) => ({ value, label }))

export const sourceTypes = [
  { value: 'official', label: 'Official', hint: 'A government, regulator, NHS body or guideline' },
  { value: 'research', label: 'Research', hint: 'A paper, a preprint or a trial register' },
  { value: 'secondary', label: 'Secondary', hint: 'News, a company or a report about other sources' },
]

export function evidenceFieldsOf(evidence: Evidence): EvidenceFields {
  const { kind, text, sourceTitle, sourcePublisher, sourceType } = evidence
  return {
    kind,
    text,
    dateRole: evidence.dateRole ?? 'no-date',
    date: datePartsOf(evidence.date),
    retrievedOn: datePartsOf(evidence.retrievedOn),
    sourceTitle,
    sourcePublisher,
    sourceYear: evidence.sourceYear === null ? '' : String(evidence.sourceYear),
    sourceUrl: evidence.sourceUrl ?? '',
    sourceType,
    seenVia: evidence.seenVia ?? '',
  }
}

/** What is sent. Where a date is missing it is sent as an empty text, so that the schema refuses that very field. */
export function evidenceRequest(fields: EvidenceFields): EvidenceRequest {
  const undated = fields.dateRole === 'no-date'
  const dated = fields.dateRole !== '' && !undated
  const retrievedOn = dateFrom(fields.retrievedOn)
  return {
    kind: fields.kind as EvidenceRequest['kind'],
    text: fields.text,
    date: dated ? (dateFrom(fields.date) ?? '') : null,
    dateRole: undated ? null : (fields.dateRole as EvidenceRequest['dateRole']),
    sourceTitle: fields.sourceTitle,
    sourcePublisher: fields.sourcePublisher,
    sourceYear: fields.sourceYear.trim() === '' ? null : Number(fields.sourceYear),
    sourceUrl: fields.sourceUrl.trim() || null,
    sourceType: fields.sourceType as EvidenceRequest['sourceType'],
    seenVia: fields.seenVia.trim() || null,
    retrievedOn: undated ? (retrievedOn ?? '') : retrievedOn,
  }
}
