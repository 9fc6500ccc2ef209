import { Link } from 'react-router'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import type { CreatedScan } from '../../../api/contract/scans.ts'
import { Done } from '../../shared/states/Done.tsx'
import { count } from '../../shared/words.ts'
import { Overlaps } from '../Overlaps.tsx'
import { leftBehind } from './left-behind.ts'

/** A scan that was just started from another: what it has, what was not taken over, and what comes next. */
export function Started({ scan }: { scan: CreatedScan }) {
  const address = pageLink(pages.scan, { scan: scan.slug })
  const said = scan.notTakenOver ? leftBehind(scan.notTakenOver) : []
  return (
    <>
      <h1 className="nhsuk-heading-l">
        {scan.name} ({scan.startYear} to {scan.endYear})
      </h1>
      <Done>
        <p>
          The scan is created from {scan.previous?.name}. It has {count(scan.panellists, 'panel member')} for{' '}
          {count(scan.specialisms.length, 'specialism')}, and a prepared first round about{' '}
          {count(scan.technologies, 'technology', 'technologies')}.
        </p>
      </Done>
      <h2 className="nhsuk-heading-m">What was not taken over</h2>
      <ul className="nhsuk-list nhsuk-list--bullet nhsuk-u-reading-width">
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Overlaps
        overlaps={scan.overlaps}
        nameOf={(slug) => scan.specialisms.find((one) => one.slug === slug)?.name ?? slug}
      />
      <p>
        <Link className="nhsuk-button" to={address}>
          Go to the scan
        </Link>
      </p>
    </>
  )
}
