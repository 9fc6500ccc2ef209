import type { Source } from '../../api/contract/sources.ts'
import type { Schedule } from '../../api/sources/schedule.ts'
import { type DateParts, dateFrom, datePartsOf } from '../shared/forms/DateField.tsx'

export interface SourceFields {
  name: string
  connector: string
  query: string
  from: DateParts
  schedule: Schedule
}

/** A year back is what a yearly scan asks for. */
export function noSource(today: Date): SourceFields {
  const from = `${today.getFullYear() - 1}${today.toISOString().slice(4, 8)}01`
  return { name: '', connector: '', query: '', from: datePartsOf(from), schedule: 'weekly' }
}

export const fieldsOf = ({ name, connector, query, from, schedule }: Source): SourceFields => ({
  name,
  connector,
  query,
  from: datePartsOf(from),
  schedule,
})

/** A day that is not typed is sent as an empty text, so that this very field is refused. */
export const changeRequest = ({ name, query, from, schedule }: SourceFields) => ({
  name,
  query,
  from: dateFrom(from) ?? '',
  schedule,
})

export const addRequest = (fields: SourceFields) => ({ ...changeRequest(fields), connector: fields.connector })

export const tryRequest = ({ connector, query, from }: SourceFields) => ({
  connector,
  query,
  from: dateFrom(from) ?? '',
})

export const labels: Record<keyof SourceFields, string> = {
  name: 'Name',
  connector: 'Kind of source',
  query: 'What to look for',
  from: 'Look back to',
  schedule: 'How often',
}
