import type { Ranking } from '../../../api/contract/ranking.ts'
import type { Round } from '../../../api/contract/rounds.ts'
import type { Scan } from '../../../api/contract/scans.ts'
import { count, dateLabel, listed } from '../../shared/words.ts'

interface Props {
  scan: Scan
  ranking: Pick<Ranking, 'answered' | 'round'> | null
}

/** What has been done so far: rounds with their dates, who was invited and who answered. */
export function Rounds({ scan, ranking }: Props) {
  return (
    <section>
      <h2 className="nhsuk-heading-m">This scan so far</h2>
      {scan.rounds.length === 0 ? <p>No round has been prepared yet.</p> : <RoundList rounds={scan.rounds} />}
      {ranking?.round && <Heard answered={ranking.answered} />}
      <p>
        {scan.frozenAt
          ? `Specialisms, milestones, stages of development and this method were fixed on ${dateLabel(scan.frozenAt)}, when the first round opened.`
          : 'Specialisms, milestones, stages of development and this method are fixed when the first round opens.'}
      </p>
    </section>
  )
}

function Heard({ answered }: Pick<Ranking, 'answered'>) {
  const { panellists, invited, specialisms, ofSpecialisms, notHeardFrom } = answered
  return (
    <p>
      In the closed rounds {panellists} of {count(invited, 'panel member')} answered, for {specialisms} of{' '}
      {count(ofSpecialisms, 'specialism')}.{notHeardFrom.length > 0 && ` Not heard from: ${listed(notHeardFrom)}.`}
    </p>
  )
}

function RoundList({ rounds }: { rounds: Round[] }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {rounds.map((round) => (
        <li key={round.id}>
          <strong>Round {round.number}</strong>, {datesOf(round)}. It asks about{' '}
          {count(round.technologies, 'technology', 'technologies')}.{' '}
          {round.openedAt && `${round.started} of ${count(round.invited, 'invited panel member')} have answered.`}
        </li>
      ))}
    </ul>
  )
}

function datesOf({ openedAt, closedAt, closesOn }: Round): string {
  if (!openedAt) return 'prepared, not open yet'
  if (closedAt) return `${dateLabel(openedAt)} to ${dateLabel(closedAt)}`
  return `open since ${dateLabel(openedAt)}${closesOn ? `, until ${dateLabel(closesOn)}` : ''}`
}
