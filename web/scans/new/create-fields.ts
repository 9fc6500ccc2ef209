import type { CreateScanRequest } from '../../../api/contract/scans.ts'
import { usualHorizon, usualTimeZone } from './scan-fields.ts'

/** The form for a new scan, as it is typed. */
export interface CreateFields {
  name: string
  /** Slug of the scan to start from; empty for none. */
  from: string
  which: 'same' | 'choose'
  startYear: string
  horizon: string
  timeZone: string
  specialisms: string[]
  draft: string
}

export const emptyScan = (year: number): CreateFields => ({
  name: '',
  from: '',
  which: 'same',
  startYear: String(year),
  horizon: String(usualHorizon),
  timeZone: usualTimeZone,
  specialisms: [],
  draft: 'no',
})

export const choosesSpecialisms = ({ from, which }: Pick<CreateFields, 'from' | 'which'>) =>
  from === '' || which === 'choose'

export function requestFrom(fields: CreateFields): CreateScanRequest {
  return {
    name: fields.name,
    from: fields.from || null,
    startYear: Number(fields.startYear),
    horizonYears: Number(fields.horizon),
    timeZone: fields.timeZone.trim(),
    specialisms: choosesSpecialisms(fields) ? fields.specialisms : null,
    boardSeesDraft: fields.draft === 'yes',
  }
}
