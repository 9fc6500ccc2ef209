import type { Horizon, Method } from '../scans/method.ts'
import { thirdOf } from './consensus.ts'
import { isHiddenFromTypists, type Typed } from './counted.ts'
import type { Answer, Arrival } from './rating.ts'
import { bandOfArrival } from './year-weights.ts'

/** One panel member's answers on one item in two rounds. */
export interface AnsweredTwice {
  panellist: string
  before: Answer
  after: Answer & Pick<Typed, 'typist'>
}

/** How many could have moved in one respect, and how many did. */
export interface Share {
  of: number
  moved: number
}

/** What moved between two rounds. A share behind which stand too few people is null. */
export interface Moved {
  /** Different people who answered an item in both rounds; null where there are some, but too few to be shown. */
  people: number | null
  /** In any respect. */
  any: Share | null
  stance: Share | null
  /** Of those who said Yes both times: how much, and to which third of the scale. */
  impact: (Share & { meanChange: number }) | null
  third: Share | null
  /** Of those who said when both times: the band. */
  band: Share | null
}

/**
 * How much a panel moved from one round to the next, over the items that the same person answered in both; "can't judge" and
 * withdrawn are no answers. `meanChange` is the mean distance in points of the 1–9 scale, those who stayed included. Each
 * share needs `minimumShown` different people, and enough beside what any one person typed in from paper.
 */
export function movedBetween(answers: readonly AnsweredTwice[], method: Method, horizon: Horizon): Moved {
  const both = answers.filter(({ before, after }) => isAnswer(before) && isAnswer(after))
  const rated = both.filter(({ before, after }) => before.stance === 'rated' && after.stance === 'rated')
  const band = (arrival: Arrival | null) => arrival && bandOfArrival(arrival, method, horizon)
  const dated = rated.filter((one) => band(one.before.arrival) !== null && band(one.after.arrival) !== null)
  // Where one round asks for a band and the other for three years, their bands are compared.
  const movedArrival = ({ before, after }: AnsweredTwice) =>
    before.arrival?.kind === after.arrival?.kind
      ? !isSame(before.arrival, after.arrival)
      : band(before.arrival) !== band(after.arrival)
  const share = (of: readonly AnsweredTwice[], differs: (one: AnsweredTwice) => boolean): Share | null =>
    isShown(of, method) ? { of: of.length, moved: of.filter(differs).length } : null
  const distances = rated.map(({ before, after }) => Math.abs(after.impact! - before.impact!))
  const impact = share(rated, movedImpact)
  return {
    people: isShown(both, method) || both.length === 0 ? peopleIn(both) : null,
    any: share(both, (one) => movedStance(one) || movedImpact(one) || movedArrival(one)),
    stance: share(both, movedStance),
    impact: impact && { ...impact, meanChange: distances.reduce((a, b) => a + b, 0) / distances.length },
    third: share(rated, ({ before, after }) => thirdOf(before.impact!) !== thirdOf(after.impact!)),
    band: share(dated, ({ before, after }) => band(before.arrival) !== band(after.arrival)),
  }
}

const isAnswer = ({ stance }: Answer) => stance !== 'withdrawn' && stance !== 'cannot-judge'
const movedStance = ({ before, after }: AnsweredTwice) => before.stance !== after.stance
const movedImpact = ({ before, after }: AnsweredTwice) => before.impact !== after.impact

function isSame(a: Arrival | null, b: Arrival | null): boolean {
  if (a?.kind === 'band' && b?.kind === 'band') return a.band === b.band
  if (a?.kind === 'years' && b?.kind === 'years') return a.p10 === b.p10 && a.p50 === b.p50 && a.p90 === b.p90
  return a?.kind === b?.kind
}

function isShown(answers: readonly AnsweredTwice[], { minimumShown }: Method): boolean {
  const typed = answers.map(({ panellist, after }) => ({ panellist, typist: after.typist ?? null }))
  return answers.length > 0 && peopleIn(answers) >= minimumShown && isHiddenFromTypists(typed, minimumShown - 1)
}

function peopleIn(answers: readonly AnsweredTwice[]): number {
  return new Set(answers.map(({ panellist }) => panellist)).size
}
