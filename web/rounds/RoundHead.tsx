import type { Round } from '../../api/contract/rounds.ts'
import { dateLabel } from '../shared/words.ts'
import { roundName, technologiesOf, timeLeft } from './summary.ts'

const tags = {
  prepared: { colour: 'grey', name: 'Prepared' },
  open: { colour: 'green', name: 'Open' },
  closed: { colour: 'blue', name: 'Closed' },
} as const

/** A round's name, state and dates, and what it asks in a sentence. */
export function RoundHead({ round, today, level }: { round: Round; today: string; level: 1 | 3 }) {
  const Heading = level === 1 ? 'h1' : 'h3'
  return (
    <>
      <div className="offing-row offing-round-head">
        <Heading className={level === 1 ? 'nhsuk-heading-l nhsuk-u-margin-bottom-2' : 'nhsuk-heading-s'}>
          {roundName(round)} <RoundTag state={round.state} />{' '}
          {round.imported && <strong className="nhsuk-tag nhsuk-tag--white">Imported</strong>}
        </Heading>
        <span className="offing-quiet">{datesOf(round, today)}</span>
      </div>
      <p className="nhsuk-u-margin-bottom-2">
        {asks(round)}.{round.number === 0 && ' Its answers never count.'}
      </p>
    </>
  )
}

function asks(round: Round): string {
  if (round.imported) return `An imported round: its answers, about ${technologiesOf(round)}, came as a file`
  const asked = `${round.state === 'closed' ? 'Asked' : 'Asks'} about ${technologiesOf(round)}`
  const years = round.asksYears ? ', with an early, a late and a middle year' : ''
  return `${asked}${years}${round.shared ? ', shared out among the panel members' : ''}`
}

function RoundTag({ state }: { state: Round['state'] }) {
  const { colour, name } = tags[state]
  return <strong className={`nhsuk-tag nhsuk-tag--${colour}`}>{name}</strong>
}

function datesOf(round: Round, today: string): string {
  if (round.imported) return `Imported on ${dateLabel(round.closedAt ?? '')}`
  if (round.state === 'closed')
    return `Open from ${dateLabel(round.openedAt ?? '')} to ${dateLabel(round.closedAt ?? '')}`
  const closing = round.closesOn ? `closing day ${dateLabel(round.closesOn)}` : 'no closing day set'
  if (round.state === 'prepared') return closing.charAt(0).toUpperCase() + closing.slice(1)
  const left = timeLeft(round, today)
  return `Open since ${dateLabel(round.openedAt ?? '')}, ${closing}${left && ` (${left})`}`
}
