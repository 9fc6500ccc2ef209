import { bandCount, type Horizon, type Method } from '../scans/method.ts'
import {
  type ConsensusState,
  enoughForSpread,
  type Spread,
  spreadOf,
  stateOfArrival,
  stateOfConsensus,
} from './consensus.ts'
import { type AnswerOf, isHiddenFromTypists, peopleIn } from './counted.ts'
import type { Arrival } from './rating.ts'
import { bandOfArrival, yearsByShare } from './year-weights.ts'

/** `withheld`: enough have answered, but a figure that must stay hidden could be worked out from theirs. */
export type ShownState = ConsensusState | 'withheld'

/** How many gave each stance. */
export interface StanceCounts {
  rated: number
  notAffected: number
  already: number
  cannotJudge: number
}

/** What may be seen of a panel's closed rounds on one technology, from where one specialism stands. No names, no ids. */
export interface PanelView {
  /** Within the specialism. */
  here: {
    /** How many have answered, "can't judge" left out; null where there are some, but too few to be counted aloud. */
    answers: number | null
    stances: StanceCounts | null
    impact: Spread | null
    consensus: ShownState
    /** Of the others, in the order of the alphabet. */
    reasons: string[]
  }
  /** When, over all specialisms of the technology, since the milestone is one for all. */
  arrival: {
    /** How many say when; null as above. */
    answers: number | null
    /** Four counts, soonest first. */
    byBand: number[] | null
    /** Calendar years by which a quarter, half and three quarters of the answers' weight have come. */
    years: { lower: number; median: number; upper: number } | null
    consensus: ShownState
  }
}

/** What the ranking of the same round must not show of the technology (`api/ranking/withheld.ts`). */
export interface WithheldHere {
  specialism: boolean
  all: boolean
}

/**
 * What somebody sees of the panel's answer on a technology for a specialism. `answers` are all that count on the technology,
 * of any specialism, in closed rounds; `reader` is the panel member who looks, or null for the scan team.
 *
 * What keeps a hidden figure hidden (design 4, rule 3):
 * - a spread needs five answers, and `minimumShown` people beside the reader, who can take their own answer off again; the
 *   same beside whoever typed answers in from paper, where these are not all;
 * - a specialism that the ranking withholds as cover for another is withheld here too, or its mean would open the ranking's sum;
 * - arrival stands for the same answers as the ranking's years, and is withheld where those are.
 * What is left: from arrival over all specialisms, less the shown years of single ones and less their own answer, a reader
 * learns the sum of at least two hidden specialisms with `minimumShown` people, of whom they may be one. Never one answer.
 */
export function panelView(
  answers: readonly AnswerOf[],
  specialism: string,
  reader: string | null,
  withheld: WithheldHere,
  method: Method,
  horizon: Horizon,
): PanelView {
  return {
    here: specialismView(answers, specialism, reader, withheld.specialism, method),
    arrival: arrivalView(answers, reader, withheld.all, method, horizon),
  }
}

/** Its first half: how much, within one specialism. */
export function specialismView(
  answers: readonly AnswerOf[],
  specialism: string,
  reader: string | null,
  isWithheld: boolean,
  method: Method,
): PanelView['here'] {
  const here = answers.filter((answer) => answer.specialism === specialism)
  const answered = here.filter(({ stance }) => stance !== 'cannot-judge')
  const rated = answered.filter(({ stance }) => stance === 'rated')
  const isSpread = (of: readonly AnswerOf[]) => !isWithheld && isEnough(of, reader, method)
  const impacts = rated.map(({ impact }) => impact!)
  return {
    // The count too: the ranking's own count less those that are told would be the hidden one.
    answers: isWithheld ? null : countOf(answered, method),
    stances: isSpread(answered) ? stancesOf(here) : null,
    impact: isSpread(rated) ? spreadOf(impacts) : null,
    // Of a withheld figure it is told whether five have answered, not whether five of them said Yes.
    consensus: isSpread(rated)
      ? stateOfConsensus(impacts, method)
      : unshown(isWithheld && isEnough(answered, null, method)),
    reasons: reasonsOf(here, reader),
  }
}

/** Its second half: when, over all specialisms; the same for each of them. */
export function arrivalView(
  answers: readonly AnswerOf[],
  reader: string | null,
  isWithheld: boolean,
  method: Method,
  horizon: Horizon,
): PanelView['arrival'] {
  const band = (arrival: Arrival | null) => arrival && bandOfArrival(arrival, method, horizon)
  const dated = answers.filter(({ arrival }) => band(arrival) !== null)
  const bands = dated.map(({ arrival }) => band(arrival)!)
  const isSpread = !isWithheld && isEnough(dated, reader, method)
  const years = yearsByShare(
    dated.map(({ arrival }) => arrival!),
    [0.25, 0.5, 0.75],
    method,
    horizon,
  )
  const byBand = Array.from({ length: bandCount }, (_, index) => bands.filter((one) => one === index).length)
  return {
    answers: isWithheld ? null : countOf(dated, method),
    byBand: isSpread ? byBand : null,
    years: isSpread ? { lower: years![0]!, median: years![1]!, upper: years![2]! } : null,
    consensus: isSpread ? stateOfArrival(bands, method) : unshown(isWithheld),
  }
}

/** Five answers, and enough people beside the reader, and beside each who typed some in. */
function isEnough(answers: readonly AnswerOf[], reader: string | null, { minimumShown }: Method): boolean {
  const others = answers.filter(({ panellist }) => panellist !== reader)
  return (
    answers.length >= enoughForSpread && peopleIn(others) >= minimumShown && isHiddenFromTypists(answers, minimumShown)
  )
}

function countOf(answers: readonly AnswerOf[], { minimumShown }: Method): number | null {
  return answers.length === 0 || peopleIn(answers) >= minimumShown ? answers.length : null
}

const unshown = (isWithheld: boolean): ShownState => (isWithheld ? 'withheld' : 'too-few')

function stancesOf(here: readonly AnswerOf[]): StanceCounts {
  const count = (wanted: AnswerOf['stance']) => here.filter(({ stance }) => stance === wanted).length
  return {
    rated: count('rated'),
    notAffected: count('not-affected'),
    already: count('already'),
    cannotJudge: count('cannot-judge'),
  }
}

/** Sorted by their text, so that their order says nothing of who gave them or when. */
function reasonsOf(here: readonly AnswerOf[], reader: string | null): string[] {
  return here
    .filter(({ panellist, reason }) => panellist !== reader && reason !== null && reason.trim() !== '')
    .map(({ reason }) => reason!)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}
