import type { AnswerLog, LoggedAnswer } from '../ratings/answer-log.ts'
import { answerAt } from '../ratings/logged.ts'
import { entriesByTechnology } from './tally-columns.ts'

/** Every version given on a technology (a number of the log) in the rounds up to one, oldest first. */
export function versionsByTechnology(log: AnswerLog, asOfRound: number): (technology: number) => LoggedAnswer[] {
  const { start, entries } = entriesByTechnology(log, log.technologies.ids.length, asOfRound)
  return (technology) =>
    Array.from(entries.subarray(start[technology]!, start[technology + 1]!), (entry) => answerAt(log, entry))
}
