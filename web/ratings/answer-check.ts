import type { Queue } from '../../api/contract/ratings.ts'
import { yearsFromStart } from '../../api/ratings/rating.ts'
import type { AnswerFields } from './answer-fields.ts'

type Asks = Pick<Queue, 'scan'> & { round: Pick<Queue['round'], 'asksYears'> }
export type Wrong = Partial<Record<keyof AnswerFields, string>>

/** What is wrong with an answer, or missing, in the words of the page; empty where it can be sent. */
export function wrongWith(fields: AnswerFields, { scan, round }: Asks): Wrong {
  if (fields.stance === '') return { impact: 'Say how much it would change your service, or that it would not' }
  if (fields.stance !== 'rated') return {}
  const wrong: Wrong = {}
  if (fields.impact === '') wrong.impact = 'Choose how much it would change your service, from 1 to 9'
  if (fields.when === 'cannot-say') return wrong
  if (!round.asksYears) return fields.when === '' ? { ...wrong, when: 'Say when, or choose “I can’t say”' } : wrong
  return { ...wrong, ...wrongYears(fields, scan.startYear) }
}

export const isComplete = (fields: AnswerFields, asks: Asks) => Object.keys(wrongWith(fields, asks)).length === 0

const yearNames = { p10: 'how early it could be', p90: 'how late it could be', p50: 'your middle guess' } as const

function wrongYears(fields: AnswerFields, startYear: number): Wrong {
  const [from, to] = [startYear + yearsFromStart.from, startYear + yearsFromStart.to]
  const wrong: Wrong = {}
  for (const [name, words] of Object.entries(yearNames) as [keyof typeof yearNames, string][]) {
    const text = fields[name].trim()
    const year = Number(text)
    if (!/^\d{4}$/.test(text)) wrong[name] = `Enter ${words} as a year of four digits`
    else if (year < from || year > to) wrong[name] = `The year must be from ${from} to ${to}. You entered ${text}.`
  }
  if (Object.keys(wrong).length > 0) return wrong
  const { p10, p90, p50 } = fields
  if (Number(p10) > Number(p90)) return { p90: `This must be ${p10} or later. You entered ${p90}.` }
  if (Number(p50) < Number(p10) || Number(p50) > Number(p90))
    return { p50: `The middle guess must be from ${p10} to ${p90}. You entered ${p50}.` }
  return {}
}
