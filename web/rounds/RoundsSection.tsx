import './rounds.scss'
import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { countedRounds, isPilot } from '../../api/scans/round.ts'
import { useMay } from '../shared/account.ts'
import { RoundActions } from './RoundActions.tsx'
import { RoundHead } from './RoundHead.tsx'
import { RoundProgress } from './RoundProgress.tsx'
import { roundName } from './summary.ts'

/** The rounds, newest first, with what can be done about each. */
export function RoundsSection({ scan, today }: { scan: Scan; today: string }) {
  return (
    <section aria-labelledby="rounds">
      <div className="offing-row offing-row--apart">
        <h2 className="nhsuk-heading-m" id="rounds">
          Rounds
        </h2>
        <Beginnings scan={scan} />
      </div>
      {scan.rounds.length === 0 && (
        <p>
          No round yet. A round asks the panel about technologies; the ranking is made from closed rounds.
          {scan.panellists === 0 && ' Put people on the panel first.'}
        </p>
      )}
      <ol className="offing-rounds" reversed>
        {scan.rounds.toReversed().map((round) => (
          <li key={round.id}>
            <RoundItem scan={scan} round={round} today={today} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What can be begun: the next round, once the last has closed, and before the first a pilot. */
function Beginnings({ scan }: { scan: Scan }) {
  const may = useMay('rounds.prepare')
  const last = countedRounds(scan.rounds).at(-1)
  if (!may) return null
  return (
    <div className="offing-row offing-no-print">
      {!scan.rounds.some((round) => isPilot(round) || round.openedAt) && scan.panellists > 0 && (
        <Link
          className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
          to={pageLink(pages.preparePilot, { scan: scan.slug })}
        >
          Try it out in a pilot round
        </Link>
      )}
      {(!last || last.state === 'closed') && (
        <Link className="nhsuk-button nhsuk-button--small" to={pageLink(pages.prepareRound, { scan: scan.slug })}>
          Prepare {last ? 'the next round' : 'the first round'}
        </Link>
      )}
    </div>
  )
}

function RoundItem({ scan, round, today }: { scan: Scan; round: Round; today: string }) {
  const mayRead = useMay('rounds.plan')
  return (
    <>
      <RoundHead round={round} today={today} level={3} />
      {round.state !== 'prepared' && <RoundProgress round={round} />}
      <RoundActions scan={scan} round={round}>
        {mayRead && (
          <Link to={pageLink(pages.round, { scan: scan.slug, number: String(round.number) })}>
            {roundName(round)}: minutes, items, dates
          </Link>
        )}
      </RoundActions>
    </>
  )
}
