import type { Scan } from '../../api/contract/scans.ts'
import { count } from '../shared/words.ts'

/** The scan's specialisms with the size of their panels; small ones are pointed out. */
export function SpecialismsTable({ scan }: { scan: Scan }) {
  const least = scan.method.minimumShown
  const small = scan.specialisms.filter(({ panellists }) => panellists < least)
  return (
    <section aria-labelledby="specialisms">
      <h2 className="nhsuk-heading-m" id="specialisms">
        Specialisms
      </h2>
      <p>
        {count(scan.specialisms.length, 'specialism')}
        {small.length > 0
          ? `; ${small.length} with fewer than ${least} panel members, whose own figures are shown to nobody.`
          : `, each with at least ${least} panel members.`}
      </p>
      <details className="offing-small-details" open={small.length > 0 || undefined}>
        <summary>How many panel members each has</summary>
        {scan.groupings.map((grouping) => (
          <Grouping key={grouping.slug} scan={scan} grouping={grouping} />
        ))}
      </details>
    </section>
  )
}

function Grouping({ scan, grouping }: { scan: Scan; grouping: Scan['groupings'][number] }) {
  const members = scan.specialisms.filter((one) => one.grouping === grouping.slug)
  return (
    <table className="offing-table offing-specialisms-table">
      <caption>{grouping.name}</caption>
      <thead>
        <tr>
          <th scope="col">Specialism</th>
          <th scope="col" className="offing-number">
            Panel members
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ slug, name, panellists }) => (
          <tr key={slug}>
            <th scope="row">
              {name} <Flag panellists={panellists} least={scan.method.minimumShown} />
            </th>
            <td className="offing-number">{panellists}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Flag({ panellists, least }: { panellists: number; least: number }) {
  if (panellists >= least) return null
  return (
    <strong className={`nhsuk-tag nhsuk-tag--${panellists === 0 ? 'red' : 'yellow'}`}>
      {panellists === 0 ? 'Nobody' : `Under ${least}`}
    </strong>
  )
}
