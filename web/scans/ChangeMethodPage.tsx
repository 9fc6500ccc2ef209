import './scans.scss'
import { Link, useNavigate, useParams } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { useMay } from '../shared/account.ts'
import { useMethod, useScan } from '../shared/queries.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { MethodForm } from './method-form/MethodForm.tsx'
import { whyLocked } from './method-form/why-locked.ts'

/** Changes the method of a scan, all of it at once, or records who approved it; says why where neither is possible. */
export default function ChangeMethodPage() {
  const { scan = '' } = useParams()
  useTitle('The method')
  return (
    <Loaded query={useScan(scan)} what="this scan" missing="scan" isPage>
      {({ value }) => (
        <>
          <Link className="nhsuk-back-link" to={pageLink(pages.scan, { scan: value.slug })}>
            Back to the scan
          </Link>
          <h1 className="nhsuk-heading-l">The method of {value.name}</h1>
          <Body scan={value} />
        </>
      )}
    </Loaded>
  )
}

function Body({ scan }: { scan: Scan }) {
  const navigate = useNavigate()
  const query = useMethod(scan.slug)
  const locked = whyLocked(scan, useMay('methods.write'))
  if (locked)
    return (
      <Empty title="It cannot be changed here">
        <p>{locked}</p>
      </Empty>
    )
  return (
    <>
      <p className="nhsuk-u-reading-width">
        The rule is written down before the first answer is given. Each change makes a new version; once the first round
        opens, none is possible.
      </p>
      <Loaded query={query} what="the method">
        {(read) => (
          <MethodForm
            key={read.tag}
            scan={scan}
            read={read}
            onDone={(said) => void navigate(pageLink(pages.scan, { scan: scan.slug }), { state: { said } })}
          />
        )}
      </Loaded>
    </>
  )
}
