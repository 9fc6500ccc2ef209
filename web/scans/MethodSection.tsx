import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { useMay } from '../shared/account.ts'
import { withQuery } from '../shared/address.ts'
import { bandLabel, count, dateLabel, listed } from '../shared/words.ts'
import { Milestones } from './Milestones.tsx'
import { weightsSentence } from './method/weights-sentence.ts'
import { MethodVersions } from './method-form/MethodVersions.tsx'
import { Overlaps } from './Overlaps.tsx'

/** What the scan goes by: its method with its versions and approval, and what still stands against it. */
export function MethodSection({ scan }: { scan: Scan }) {
  const may = useMay('methods.write')
  const { approval, frozenAt, methodVersion } = scan
  return (
    <section aria-labelledby="method">
      <h2 className="nhsuk-heading-m" id="method">
        How it works
      </h2>
      <p className="nhsuk-u-reading-width">
        {weightsSentence(scan.method.weights)} The panel says when in {listed(scan.bands.map(bandLabel))}. To be ranked,
        a technology needs answers from {count(scan.method.minimumPanel, 'panel member')}.
      </p>
      <p className="nhsuk-u-reading-width">
        Version {methodVersion}.{' '}
        {approval
          ? `Approved by ${approval.by} at ${approval.meeting} on ${dateLabel(approval.on)}.`
          : 'Nobody has approved it yet.'}{' '}
        {frozenAt && `Fixed since ${dateLabel(frozenAt)}, when the first round opened.`}
      </p>
      <Overlaps
        overlaps={scan.overlaps}
        nameOf={(slug) => scan.specialisms.find((one) => one.slug === slug)?.name ?? slug}
      />
      <Milestones scan={scan} />
      <div className="offing-row">
        {may && !frozenAt && (
          <Link
            className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
            to={pageLink(pages.changeMethod, { scan: scan.slug })}
          >
            Change the method, or record its approval
          </Link>
        )}
        <Link to={withQuery(pages.method, { scan: scan.slug })}>How this scan works, to read or print</Link>
      </div>
      <MethodVersions scan={scan} />
    </section>
  )
}
