import { Link } from 'react-router'
import { pages } from '../../../api/contract/paths.ts'
import { useMay } from '../account.ts'
import { Empty } from './Empty.tsx'

/** Shown where a page is made from a ranking and there is none: why, and where one is begun. */
export function NoRanking({ title, why }: { title: string; why: string | undefined }) {
  const maySeeScans = useMay('scans.read')
  return (
    <Empty title={title}>
      <p>{why}</p>
      {maySeeScans && (
        <p>
          A ranking comes from the closed rounds of a scan. <Link to={pages.scans}>Go to the scans</Link>
        </p>
      )}
    </Empty>
  )
}
