import './scans.scss'
import { useState } from 'react'
import { Link } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import type { CreatedScan } from '../../api/contract/scans.ts'
import { useMay } from '../shared/account.ts'
import { useScans, useSpecialisms } from '../shared/queries.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { CreateForm } from './new/CreateForm.tsx'
import { Started } from './new/Started.tsx'

/** Creates a scan, from nothing or from the last; says then what was not taken over. */
export default function NewScanPage() {
  useTitle('Create a scan')
  const [started, setStarted] = useState<CreatedScan | null>(null)
  const specialisms = useSpecialisms()
  const scans = useScans()
  if (!useMay('scans.write'))
    return (
      <Empty title="Creating scans is for the scan team" isPage>
        <p>
          <Link to={pages.scans}>Go to the scans</Link>
        </p>
      </Empty>
    )
  if (started) return <Started scan={started} />
  return (
    <>
      <Link className="nhsuk-back-link" to={pages.scans}>
        Back to the scans
      </Link>
      <h1 className="nhsuk-heading-l">Create a scan</h1>
      <Loaded query={specialisms} what="the specialisms">
        {({ items }) => (
          <Loaded query={scans} what="the scans">
            {(list) => <CreateForm specialisms={items} scans={list.items} onStarted={setStarted} />}
          </Loaded>
        )}
      </Loaded>
    </>
  )
}
