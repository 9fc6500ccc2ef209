import type { RaterScale } from '../../api/scans/method.ts'
import { listed } from './words.ts'

export const raterScaleNames: Record<RaterScale, string> = {
  raw: 'As given',
  adjusted: 'Allowing for strict and generous markers',
}

/** Said of specialisms with one panel member. */
export const cannotTellApart = (oneMember: readonly string[]) =>
  `${listed(oneMember)} ${oneMember.length === 1 ? 'has' : 'each have'} one panel member: whether that person marks high, or the service changes much, can’t be told apart.`
