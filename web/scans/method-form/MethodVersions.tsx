import { useState } from 'react'
import type { MethodVersion } from '../../../api/contract/method.ts'
import type { Scan } from '../../../api/contract/scans.ts'
import { useMethodVersions } from '../../shared/queries.ts'
import { Loaded } from '../../shared/states/Loaded.tsx'
import { count, dateLabel } from '../../shared/words.ts'
import { differences } from './differences.ts'

/** The versions of the method so far, newest first: when, what changed, who approved it. */
export function MethodVersions({ scan }: { scan: Scan }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className="offing-small-details" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{count(scan.methodVersion, 'version')} of the method</summary>
      {isOpen && <Versions slug={scan.slug} />}
    </details>
  )
}

function Versions({ slug }: { slug: string }) {
  return (
    <Loaded query={useMethodVersions(slug)} what="the versions">
      {({ items }) => (
        <ol className="nhsuk-list" reversed>
          {items.map((version, i) => (
            <li key={version.version}>
              <Version version={version} before={items[i + 1]} />
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  )
}

function Version({ version, before }: { version: MethodVersion; before: MethodVersion | undefined }) {
  const { approval } = version
  const changed = before ? differences(before, version) : ['The method that the scan began with.']
  return (
    <>
      <strong>Version {version.version}</strong>, {dateLabel(version.createdAt)}.{' '}
      {changed.length > 0 ? changed.join(' ') : 'No parameter changed.'}{' '}
      {approval && `Approved by ${approval.by} at ${approval.meeting} on ${dateLabel(approval.on)}.`}
    </>
  )
}
