import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { SpecialismProgress, UnfinishedPanellist } from '../../api/contract/progress.ts'
import { CopyAddresses } from '../scans/CopyAddresses.tsx'
import { useAddress, withQuery } from '../shared/address.ts'
import { count, listed } from '../shared/words.ts'

interface Props {
  scan: { slug: string }
  people: UnfinishedPanellist[]
  specialisms: SpecialismProgress[]
  isOpen: boolean
}

const shows: Record<string, { name: string; fits: (person: UnfinishedPanellist) => boolean }> = {
  unfinished: { name: 'Not finished', fits: () => true },
  'not-started': { name: 'Not started', fits: ({ answered }) => answered === 0 },
}

/** Who has answers still to give, by name, with their addresses for a reminder: for the scan team. */
export function Unfinished({ scan, people, specialisms, isOpen }: Props) {
  const { get, linkWith } = useAddress()
  const chosen = shows[get('show')] ? get('show') : 'unfinished'
  const shown = people.filter(shows[chosen]!.fits)
  if (people.length === 0) return <p>Everybody has finished.</p>
  return (
    <>
      <nav className="offing-row offing-no-print" aria-label="Which panel members">
        {Object.entries(shows).map(([value, { name, fits }]) => (
          <Link
            key={value}
            to={linkWith({ show: value === 'unfinished' ? null : value })}
            preventScrollReset
            aria-current={value === chosen ? 'true' : undefined}
            className="offing-chip"
          >
            {name} ({people.filter(fits).length})
          </Link>
        ))}
        {isOpen && <CopyAddresses members={shown} />}
        {isOpen && shown.length > 0 && (
          <Link
            to={withQuery(pageLink(pages.messages, { scan: scan.slug }), {
              kind: 'reminder',
              to: chosen === 'not-started' ? 'not-started' : 'not-finished',
            })}
          >
            Write a reminder{shown.length > 1 && ` to these ${shown.length}`}
          </Link>
        )}
      </nav>
      <People people={shown} specialisms={specialisms} caption={shows[chosen]!.name} />
    </>
  )
}

function People({ people, specialisms, caption }: Pick<Props, 'people' | 'specialisms'> & { caption: string }) {
  const names = new Map(specialisms.map(({ slug, name }) => [slug, name]))
  if (people.length === 0) return <p>Nobody: everybody has started.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="offing-scroll offing-panel" aria-label={caption} tabIndex={0}>
      <table className="offing-table">
        <caption className="nhsuk-u-visually-hidden">
          {caption}: {count(people.length, 'panel member')}
        </caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Still to answer</th>
            <th scope="col" className="offing-number">
              Answered
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              <td>
                {listed(
                  person.specialisms.map(
                    ({ slug, asked, answered }) => `${names.get(slug) ?? slug} (${asked - answered})`,
                  ),
                )}
              </td>
              <td className="offing-number">
                {person.answered} of {person.asked}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
