import type { Comparison } from '../../contract/comparison.ts'
import { criteria, type Method, wholeWeight } from '../../scans/method.ts'
import { consensusNames, criterionNames, raterScaleNames } from '../../scans/names.ts'

/** How an edition was made, as far as another one may differ in it. */
export interface HowMade {
  method: Method
  /** How many years ahead the scan looks. */
  horizonYears: number
  /** Names of the specialisms of the scan. */
  specialisms: readonly string[]
  arithmeticVersion: number
}

const percent = (share: number) => `${+(100 * share).toFixed(2)}%`
const people = (number: number) => `${number} panel ${number === 1 ? 'member' : 'members'}`
const years = (number: number) => `${number} ${number === 1 ? 'year' : 'years'}`

/** Everything that decides how answers become a place, in words. Spans count from the start: that the years go by changes nothing. */
const said: Record<string, (made: HowMade) => string> = {
  ...Object.fromEntries(
    criteria.map((criterion) => [
      `Weight of “${criterionNames[criterion]}”`,
      ({ method }: HowMade) => percent(method.weights[criterion] / wholeWeight),
    ]),
  ),
  'Counts as fully widespread at': ({ method }) => `${percent(method.reachFull)} of specialisms`,
  'The scan looks ahead': ({ horizonYears }) => years(horizonYears),
  'Spans of years end': ({ method }) => `${method.bandEnds.join(', ')} years after the start`,
  '“Later” is spread over': ({ method }) => years(method.afterYears),
  'To be ranked a technology needs': ({ method }) => people(method.minimumPanel),
  'A figure is shown from': ({ method }) => people(method.minimumShown),
  'How answers count': ({ method }) => raterScaleNames[method.raterScale],
  'Answers with a declared interest': ({ method }) => (method.leaveOutInterested ? 'are left out' : 'count'),
  'Rule for agreement': ({ method: { consensusRule, consensusThreshold } }) =>
    consensusRule === 'modal-third'
      ? `${consensusNames[consensusRule]}: ${consensusThreshold}%`
      : consensusNames[consensusRule],
  'Version of the arithmetic': ({ arithmeticVersion }) => String(arithmeticVersion),
}

/** What is different in how two editions were made: each as it was, and as it is. */
export function methodChanges(before: HowMade, after: HowMade): Comparison['methodChanges'] {
  const changes = Object.entries(said).map(([field, say]) => ({ field, before: say(before), after: say(after) }))
  return [...changes, specialismsOf(before, after)].filter((change) => change.before !== change.after)
}

/** Which specialisms came and went, by name; how many there are may stay the same. */
function specialismsOf(before: HowMade, after: HowMade) {
  const only = (one: HowMade, other: HowMade) => one.specialisms.filter((name) => !other.specialisms.includes(name))
  const text = (made: HowMade, extra: string[]) =>
    `${made.specialisms.length}${extra.length > 0 ? `, with ${extra.toSorted().join(', ')}` : ''}`
  return {
    field: 'Specialisms asked',
    before: text(before, only(before, after)),
    after: text(after, only(after, before)),
  }
}
