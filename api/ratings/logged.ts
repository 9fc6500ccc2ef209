import { type AnswerLog, arrivalCode, type LoggedAnswer } from './answer-log.ts'
import { type Arrival, stances } from './rating.ts'

/** An entry of the log as it was given, without its reason, which the log does not hold. */
export function answerAt(log: AnswerLog, entry: number): LoggedAnswer {
  const stance = stances[log.stance[entry]!]!
  const isRated = stance === 'rated'
  const typist = log.typists.ids[log.typist[entry]! - 1]
  return {
    round: log.round[entry]!,
    panellist: log.panellists.ids[log.panellist[entry]!]!,
    technology: log.technologies.ids[log.technology[entry]!]!,
    specialism: log.specialisms.ids[log.specialism[entry]!]!,
    stance,
    impact: isRated ? log.impact[entry]! : null,
    arrival: isRated ? arrivalAt(log, entry) : null,
    reason: null,
    ...(typist !== undefined && { typist }),
  }
}

function arrivalAt(log: AnswerLog, entry: number): Arrival | null {
  const code = log.arrival[entry]!
  if (code === arrivalCode.none) return null
  if (code === arrivalCode.cannotSay) return { kind: 'cannot-say' }
  if (code !== arrivalCode.years) return { kind: 'band', band: code }
  const year = (column: Int8Array) => log.startYear + column[entry]!
  return { kind: 'years', p10: year(log.p10), p50: year(log.p50), p90: year(log.p90) }
}
