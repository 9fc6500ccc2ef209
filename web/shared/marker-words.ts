import { listed } from './words.ts'

export { raterScaleNames } from '../../api/scans/names.ts'

/** Said of specialisms with one panel member. */
export const cannotTellApart = (oneMember: readonly string[]) =>
  `${listed(oneMember)} ${oneMember.length === 1 ? 'has' : 'each have'} one panel member: whether that person marks high, or the service changes much, can’t be told apart.`
