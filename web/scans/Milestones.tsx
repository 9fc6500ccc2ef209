import type { Scan } from '../../api/contract/scans.ts'
import { count } from '../shared/words.ts'

/** How many technologies have a milestone that cannot be checked: no source, or no number of places. */
export function Milestones({ scan }: { scan: Scan }) {
  const { withoutSource, withoutPlaces } = scan.milestones
  if (scan.technologies === 0 || withoutSource + withoutPlaces === 0) return null
  return (
    <p className="nhsuk-u-reading-width">
      Of {count(scan.technologies, 'technology', 'technologies')}, {withoutSource} have no source for their milestone,
      and {withoutPlaces} no number of places that could use them.{' '}
      {scan.frozenAt
        ? 'Milestones were fixed as they were when the first round opened.'
        : 'You can set them on the technologies’ own pages until the first round opens.'}
    </p>
  )
}
