import type { Answer } from '../api/ratings/rating.ts'
import { toRow } from './ratings.ts'
import type { StagedTable, Staging } from './sqlite/staging.ts'

const ratings = [
  'round_id',
  'panellist_id',
  'technology_id',
  'specialism_id',
  'version',
  'stance',
  'impact',
  'arrival',
  'band',
  'p10_after_start',
  'p50_after_start',
  'p90_after_start',
  'reason',
  'illustrative',
  'typed_by',
  'salt',
  'recorded_at',
] as const

/** The answers first, by which an import is counted; what they refer to comes in the same transaction. */
export const ratingTables: readonly StagedTable[] = [
  { table: 'ratings', columns: ratings },
  { table: 'accounts', columns: ['id', 'created_at'] },
  { table: 'panellists', columns: ['id', 'scan_id', 'account_id', 'joined_at'] },
  { table: 'pseudonyms', columns: ['panellist_id', 'pseudonym'] },
]

export interface StagedAnswer extends Answer {
  panellist: string
  technology: string
  specialism: string
  salt: string
}

interface Into {
  scan: { id: string; startYear: number }
  round: string
  at: string
}

/** Puts answers aside with the panel members whom the registry does not hold yet: accounts of nobody, who can never sign in. */
export function ratingStage(staging: Staging, { scan, round, at }: Into) {
  const [rating, account, panellist, pseudonym] = ratingTables.map((one) => staging.stage(one))
  return {
    member(row: number, it: { id: string; account: string; pseudonym: string }): void {
      account!(row, [it.account, at])
      panellist!(row, [it.id, scan.id, it.account, at])
      pseudonym!(row, [it.id, it.pseudonym])
    },
    answer(row: number, it: StagedAnswer): void {
      const written = {
        round,
        version: 1,
        startYear: scan.startYear,
        illustrative: false,
        typedBy: null,
        recordedAt: at,
      }
      const values = toRow({ ...it, ...written })
      rating!(
        row,
        ratings.map((column) => values[column]),
      )
    },
  }
}
