import { Link } from 'react-router'
import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { useMay } from '../shared/account.ts'
import { useAddress } from '../shared/address.ts'
import { dateLabel } from '../shared/words.ts'
import { Progress } from './Progress.tsx'
import { technologiesOf, timeLeft } from './summary.ts'

const tags = {
  prepared: { colour: 'grey', name: 'Prepared' },
  open: { colour: 'green', name: 'Open' },
  closed: { colour: 'blue', name: 'Closed' },
} as const

/** The rounds, newest first, with what can be done about each. */
export function Rounds({ scan, today }: { scan: Scan; today: string }) {
  const { linkWith } = useAddress()
  const may = useMay('scans.write')
  const last = scan.rounds.at(-1)
  return (
    <section aria-labelledby="rounds">
      <div className="offing-row offing-row--apart">
        <h2 className="nhsuk-heading-m" id="rounds">
          Rounds
        </h2>
        {may && (!last || last.state === 'closed') && (
          <Link className="nhsuk-button nhsuk-button--small" to={linkWith({ act: 'prepare' })}>
            Prepare {last ? 'the next round' : 'the first round'}
          </Link>
        )}
      </div>
      {!last && <p>No round yet. A round asks the panel about technologies; the ranking is made from closed rounds.</p>}
      <ol className="offing-rounds" reversed>
        {scan.rounds.toReversed().map((round) => (
          <li key={round.id}>
            <RoundItem round={round} today={today} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function RoundItem({ round, today }: { round: Round; today: string }) {
  const { colour, name } = tags[round.state]
  return (
    <>
      <div className="offing-row offing-round-head">
        <h3 className="nhsuk-heading-s">
          Round {round.number} <strong className={`nhsuk-tag nhsuk-tag--${colour}`}>{name}</strong>
        </h3>
        <span className="offing-quiet">{datesOf(round, today)}</span>
      </div>
      <p className="nhsuk-u-margin-bottom-2">
        Asks about {technologiesOf(round)}
        {round.asksYears ? ', with an early, a late and a middle year' : ''}.
      </p>
      {round.state !== 'prepared' && (
        <div className="nhsuk-u-margin-bottom-3">
          <Progress label="Answers given" done={round.answered} of={round.asked} />
          <Progress label="Panel members started" done={round.started} of={round.invited} />
          <Progress label="Panel members finished" done={round.finished} of={round.invited} />
        </div>
      )}
      <Actions round={round} />
    </>
  )
}

function Actions({ round }: { round: Round }) {
  const { linkWith } = useAddress()
  if (!useMay('scans.write') || round.state === 'closed') return null
  return (
    <div className="offing-row offing-no-print">
      <Link className="nhsuk-button nhsuk-button--small nhsuk-button--secondary" to={linkWith({ act: 'ask' })}>
        Ask about a technology
      </Link>
      {round.state === 'prepared' && round.technologies > 0 && (
        <Link className="nhsuk-button nhsuk-button--small" to={linkWith({ act: 'open' })}>
          Open round {round.number} …
        </Link>
      )}
      {round.state === 'open' && (
        <Link className="nhsuk-button nhsuk-button--small nhsuk-button--secondary" to={linkWith({ act: 'close' })}>
          Close round {round.number} …
        </Link>
      )}
    </div>
  )
}

function datesOf(round: Round, today: string): string {
  if (round.state === 'closed')
    return `Open from ${dateLabel(round.openedAt ?? '')} to ${dateLabel(round.closedAt ?? '')}`
  const closing = round.closesOn ? `closing day ${dateLabel(round.closesOn)}` : 'no closing day set'
  if (round.state === 'prepared') return closing.charAt(0).toUpperCase() + closing.slice(1)
  const left = timeLeft(round, today)
  return `Open since ${dateLabel(round.openedAt ?? '')}, ${closing}${left && ` (${left})`}`
}
