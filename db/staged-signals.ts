import type { SignalRow } from '../api/contract/imports.ts'
import type { StagedTable, Staging } from './sqlite/staging.ts'

const signals = [
  'id',
  'origin',
  'source_record',
  'title',
  'text',
  'web_address',
  'dated',
  'date_precision',
  'organisation',
  'status',
  'identifiers',
  'sent_by',
  'received_at',
]

/** In the order in which they are entered. */
export const signalTables: readonly StagedTable[] = [
  { table: 'signals', columns: signals },
  { table: 'signal_records', columns: ['signal_id', 'version', 'content', 'digest', 'retrieved_at'] },
]

export interface NewImportedSignal extends Omit<SignalRow, 'source' | 'record'> {
  id: string
  datePrecision: 'day' | 'month' | 'year' | null
  /** What it is known by, so that it comes in once. */
  record: string
  /** The row as it came, as JSON, and its digest. */
  content: string
  digest: string
}

/** Puts signals aside with their records as they came. */
export function signalStage(staging: Staging, by: { account: string; at: string }) {
  const [signal, record] = signalTables.map((table) => staging.stage(table))
  return (row: number, it: NewImportedSignal): void => {
    signal!(row, [
      it.id,
      'import',
      it.record,
      it.title,
      it.text,
      it.webAddress,
      it.dated,
      it.datePrecision,
      it.organisation,
      it.status,
      JSON.stringify(it.identifiers),
      by.account,
      by.at,
    ])
    record!(row, [it.id, 1, it.content, it.digest, by.at])
  }
}
