import type { ArrivalResponse, Queue, RateTechnologyRequest, RatingResponse } from '../../api/contract/ratings.ts'
import { bandLabel, stanceNames } from '../shared/words.ts'

/** An answer as it is tapped and typed: every field a text. */
export interface AnswerFields {
  stance: '' | 'rated' | 'not-affected' | 'already' | 'cannot-judge'
  impact: string
  /** The index of a band, `cannot-say`, or nothing. */
  when: string
  p10: string
  p90: string
  p50: string
  reason: string
}

export const noAnswer: AnswerFields = { stance: '', impact: '', when: '', p10: '', p90: '', p50: '', reason: '' }

type Said = Pick<RatingResponse, 'stance' | 'impact' | 'arrival' | 'reason'>

export function answerFieldsOf(answer: Said | null): AnswerFields {
  if (!answer || answer.stance === 'withdrawn') return noAnswer
  const { stance, impact, arrival, reason } = answer
  return {
    ...noAnswer,
    stance,
    impact: impact === null ? '' : String(impact),
    ...whenOf(arrival),
    reason: reason ?? '',
  }
}

function whenOf(arrival: ArrivalResponse | null): Partial<AnswerFields> {
  if (!arrival) return {}
  if (arrival.kind === 'band') return { when: String(arrival.band) }
  if (arrival.kind === 'cannot-say') return { when: 'cannot-say' }
  return { p10: String(arrival.p10), p50: String(arrival.p50), p90: String(arrival.p90) }
}

/** What is sent. Impact and years go with a Yes only; what was tapped before the answer became another is left out. */
export function answerFrom(fields: AnswerFields, asksYears: boolean): RateTechnologyRequest {
  const rated = fields.stance === 'rated'
  return {
    stance: fields.stance as RateTechnologyRequest['stance'],
    impact: rated ? Number(fields.impact) : null,
    arrival: rated ? arrivalFrom(fields, asksYears) : null,
    reason: fields.reason.trim() || null,
  }
}

function arrivalFrom({ when, p10, p50, p90 }: AnswerFields, asksYears: boolean): ArrivalResponse {
  if (when === 'cannot-say') return { kind: 'cannot-say' }
  if (!asksYears) return { kind: 'band', band: Number(when) }
  return { kind: 'years', p10: Number(p10), p50: Number(p50), p90: Number(p90) }
}

export const cannotJudge: RateTechnologyRequest = { stance: 'cannot-judge', impact: null, arrival: null, reason: null }

/** Takes an answer back. */
export const withdrawal: RateTechnologyRequest = { stance: 'withdrawn', impact: null, arrival: null, reason: null }

/** An earlier answer as it can be given again in this round; null where this round does not ask for three years. */
export function again(earlier: Said, asksYears: boolean): RateTechnologyRequest | null {
  const { stance, impact, arrival, reason } = earlier
  return arrival?.kind === 'years' && !asksYears ? null : { stance, impact, arrival, reason }
}

/** An answer in words: "Yes, 7 of 9, 2029 to 2031". */
export function inWords(answer: Said, bands: Queue['bands']): string {
  if (answer.stance === 'withdrawn') return 'Withdrawn'
  if (answer.stance !== 'rated') return stanceNames[answer.stance]
  return [stanceNames.rated, `${answer.impact} of 9`, answer.arrival && arrivalInWords(answer.arrival, bands)]
    .filter(Boolean)
    .join(', ')
}

function arrivalInWords(arrival: ArrivalResponse, bands: Queue['bands']): string {
  if (arrival.kind === 'cannot-say') return 'can’t say when'
  if (arrival.kind === 'years') return `${arrival.p10} to ${arrival.p90}, most likely ${arrival.p50}`
  const band = bands[arrival.band]
  return band ? bandLabel(band) : ''
}
