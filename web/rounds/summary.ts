import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { isPilot } from '../../api/scans/round.ts'
import { daysBetween } from '../scans/days.ts'
import { count, dateLabel } from '../shared/words.ts'

/** "Round 2", or "Pilot round". */
export const roundName = (round: { number: number }) => (isPilot(round) ? 'Pilot round' : `Round ${round.number}`)

/** The same within a sentence: "round 2", "the pilot round". */
export const aRound = (round: { number: number }) => (isPilot(round) ? 'the pilot round' : `round ${round.number}`)

/** A part of the sentence, and what stands behind it. */
export interface SummaryPart {
  text: string
  about?: 'not-started' | 'discussion'
}

/**
 * "Round 2 open, 9 days left, 54 not started, 12 worth discussing": where a scan stands, in one sentence. `worthDiscussing` is of
 * the last closed round, where the reader may know it.
 */
export function summaryOf(scan: Pick<Scan, 'rounds'>, today: string, worthDiscussing = 0): string {
  return summaryParts(scan, today, worthDiscussing)
    .map(({ text }) => text)
    .join(', ')
}

/** The same in its parts, so that a page can lead from each to what it counts. */
export function summaryParts(scan: Pick<Scan, 'rounds'>, today: string, worthDiscussing = 0): SummaryPart[] {
  const round = scan.rounds.find(({ state }) => state === 'open') ?? scan.rounds.at(-1)
  if (!round) return [{ text: 'No round prepared yet' }]
  const discuss = worthDiscussing > 0 ? `${worthDiscussing} worth discussing` : ''
  return [...standOf(round, today), { text: discuss, about: 'discussion' as const }].filter(({ text }) => text)
}

function standOf(round: Round, today: string): SummaryPart[] {
  const name = roundName(round)
  if (round.state === 'prepared')
    return [{ text: `${name} prepared` }, { text: `asking about ${technologiesOf(round)}` }]
  if (round.imported) return [{ text: `${name} imported on ${dateLabel(round.closedAt ?? '')}` }]
  if (round.state === 'closed') return [{ text: `${name} closed on ${dateLabel(round.closedAt ?? '')}` }]
  const silent = `${notStarted(round)} not started`
  return [
    { text: `${name} open` },
    { text: timeLeft(round, today) },
    notStarted(round) > 0 ? { text: silent, about: 'not-started' } : { text: silent },
  ]
}

export const notStarted = (round: Round) => round.invited - round.started
export const technologiesOf = (round: Round) => count(round.technologies, 'technology', 'technologies')

export function timeLeft(round: Round, today: string): string {
  if (!round.closesOn) return ''
  const days = daysBetween(today, round.closesOn)
  if (days === 0) return 'closing day today'
  return days > 0 ? `${count(days, 'day')} left` : `closing day passed ${count(-days, 'day')} ago`
}
