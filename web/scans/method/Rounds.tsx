import type { Statement } from '../../../api/contract/statement.ts'
import { isPilot } from '../../../api/scans/round.ts'
import { count, dateLabel, listed } from '../../shared/words.ts'

/** What has been done so far: rounds with their dates, who was invited and who answered, and what interests were declared. */
export function Rounds({ statement }: { statement: Statement }) {
  const { rounds, answered } = statement
  return (
    <section>
      <h2 className="nhsuk-heading-m">Who was asked, and who answered</h2>
      {rounds.length === 0 ? (
        <p>No round has been prepared yet.</p>
      ) : (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {rounds.map((round) => (
            <li key={round.number}>{saidOf(round)}</li>
          ))}
        </ul>
      )}
      {answered.to && <Heard answered={answered} />}
      <p>{interestsOf(statement.interests)}</p>
    </section>
  )
}

function Heard({ answered }: Pick<Statement, 'answered'>) {
  const { panellists, invited, specialisms, ofSpecialisms, notHeardFrom } = answered
  return (
    <p>
      In the closed rounds {panellists} of {count(invited, 'panel member')} answered, for {specialisms} of{' '}
      {count(ofSpecialisms, 'specialism')}.{notHeardFrom.length > 0 && ` Not heard from: ${listed(notHeardFrom)}.`}
    </p>
  )
}

type StatedRound = Statement['rounds'][number]

function saidOf(round: StatedRound) {
  const name = isPilot(round) ? 'Pilot' : `Round ${round.number}`
  return (
    <>
      <strong>{name}</strong>, {datesOf(round)}. It asks about {count(round.technologies, 'technology', 'technologies')}
      {round.asksYears && ', with an early, a late and a middle year'}.{' '}
      {round.openedAt && `${round.answered} of ${count(round.invited, 'invited panel member')} have answered.`}
      {isPilot(round) && ' It tries the questions out: none of its answers counts.'}
    </>
  )
}

function datesOf({ openedAt, closedAt, closesOn }: StatedRound): string {
  if (!openedAt) return `prepared, not open yet${closesOn ? `, to close on ${dateLabel(closesOn)}` : ''}`
  if (closedAt) return `${dateLabel(openedAt)} to ${dateLabel(closedAt)}`
  return `open since ${dateLabel(openedAt)}${closesOn ? `, until ${dateLabel(closesOn)}` : ''}`
}

function interestsOf({ members, none, some }: Statement['interests']): string {
  if (none + some === 0) return 'Nobody on the panel has declared yet whether they have an interest.'
  const missing = members - none - some
  return `Interests: of ${count(members, 'panel member')}, ${some} declared an interest in some technology, ${none} declared that they have none${missing > 0 ? `, and ${missing} have not declared` : ''}.`
}
