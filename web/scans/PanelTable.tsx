import type { PanelMember } from '../../api/contract/panel.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { listed } from '../shared/words.ts'

interface Props {
  scan: Scan
  members: PanelMember[]
  caption: string
}

/** Names with how much each has answered. */
export function PanelTable({ scan, members, caption }: Props) {
  const names = new Map(scan.specialisms.map(({ slug, name }) => [slug, name]))
  if (members.length === 0) return <p>Nobody: {caption.toLowerCase()} is an empty list.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="offing-scroll offing-panel" aria-label="Panel members" tabIndex={0}>
      <table className="offing-table">
        <caption className="nhsuk-u-visually-hidden">Panel members: {caption.toLowerCase()}</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Specialisms</th>
            <th scope="col" className="offing-number">
              Answered
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <th scope="row">{member.name}</th>
              <td>{listed(member.specialisms.map((slug) => names.get(slug) ?? slug))}</td>
              <td className="offing-number">
                {member.asked === 0 ? 'not asked' : `${member.answered} of ${member.asked}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
