import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { count, dateLabel } from '../shared/words.ts'
import { daysBetween } from './days.ts'

/** "Round 2 open, 9 days left, 54 not started": where a scan stands, in one sentence. */
export function summaryOf(scan: Pick<Scan, 'rounds'>, today: string): string {
  const round = scan.rounds.at(-1)
  if (!round) return 'No round prepared yet'
  if (round.state === 'prepared') return `Round ${round.number} prepared, asking about ${technologiesOf(round)}`
  if (round.state === 'closed') return `Round ${round.number} closed on ${dateLabel(round.closedAt ?? '')}`
  return [`Round ${round.number} open`, timeLeft(round, today), `${notStarted(round)} not started`]
    .filter(Boolean)
    .join(', ')
}

export const notStarted = (round: Round) => round.invited - round.started
export const technologiesOf = (round: Round) => count(round.technologies, 'technology', 'technologies')

/** Rounds are closed by the scan team, not by the clock: one may be open after its day. */
export function timeLeft(round: Round, today: string): string {
  if (!round.closesOn) return ''
  const days = daysBetween(today, round.closesOn)
  if (days === 0) return 'closing day today'
  return days > 0 ? `${count(days, 'day')} left` : `closing day passed ${count(-days, 'day')} ago`
}
