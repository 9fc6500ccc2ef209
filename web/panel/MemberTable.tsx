import { Link } from 'react-router'
import type { PanelMember } from '../../api/contract/panel.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { useAddress } from '../shared/address.ts'
import { dateLabel, listed } from '../shared/words.ts'
import { takingPart } from './words.ts'

interface Props {
  scan: Scan
  members: PanelMember[]
  /** The round that is counted, if any. */
  round: number | null
  /** Whether the reader may change anything. */
  may: boolean
}

/** Everybody who is or was on the panel, with what can be done about each. */
export function MemberTable({ scan, members, round, may }: Props) {
  const names = new Map(scan.specialisms.map(({ slug, name }) => [slug, name]))
  const isOpen = scan.rounds.at(-1)?.state === 'open'
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="offing-scroll" aria-label="Panel members" tabIndex={0}>
      <table className="offing-table offing-members">
        <caption className="nhsuk-u-visually-hidden">Panel members</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Specialisms</th>
            <th scope="col">Taking part</th>
            <th scope="col" className="offing-number">
              Answered{round !== null && ` in round ${round}`}
            </th>
            {may && (
              <th scope="col" className="offing-no-print">
                <span className="nhsuk-u-visually-hidden">What to do</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <Who member={member} />
              <td>{listed(member.specialisms.map((slug) => names.get(slug) ?? slug))}</td>
              <td>{takingPart(member)}</td>
              <td className="offing-number">
                <Answered member={member} />
              </td>
              {may && (
                <td className="offing-no-print">
                  <Ways member={member} isOpen={isOpen} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Who({ member }: { member: PanelMember }) {
  return (
    <th scope="row">
      {member.name}
      <span className="offing-quiet offing-members__note">{member.email || 'no name or address here'}</span>
      {member.deputy && <span className="offing-quiet offing-members__note">Deputy: {member.deputy.name}</span>}
      {member.leftAt && <strong className="nhsuk-tag nhsuk-tag--grey">Left on {dateLabel(member.leftAt)}</strong>}
    </th>
  )
}

function Answered({ member }: { member: PanelMember }) {
  const before = member.rounds.slice(0, -1).filter(({ asked }) => asked > 0)
  return (
    <>
      {member.asked === 0 ? 'not asked' : `${member.answered} of ${member.asked}`}
      {before.map(({ round, asked, answered }) => (
        <span className="offing-quiet offing-members__note" key={round}>
          Round {round}: {answered} of {asked}
        </span>
      ))}
    </>
  )
}

function Ways({ member, isOpen }: { member: PanelMember; isOpen: boolean }) {
  const { linkWith } = useAddress()
  const to = (act: string) => linkWith({ act, member: member.id })
  const whom = <span className="nhsuk-u-visually-hidden"> ({member.name})</span>
  if (member.leftAt) return null
  return (
    <ul className="nhsuk-list offing-members__ways">
      <li>
        <Link to={to('change')}>Change{whom}</Link>
      </li>
      <li>
        <Link to={to('hand-over')}>Hand over{whom}</Link>
      </li>
      {isOpen && member.asked > 0 && (
        <li>
          <Link to={to('paper')}>Paper answer{whom}</Link>
        </li>
      )}
    </ul>
  )
}
