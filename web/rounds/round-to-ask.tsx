import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import { countedRounds } from '../../api/scans/round.ts'
import { useScan, useScans } from '../shared/queries.ts'

/** The round of the newest scan in which one can still ask: prepared or open. */
export function useRoundToAsk() {
  const scans = useScans()
  const slug = scans.data?.items[0]?.slug
  const scan = useScan(slug ?? '', { enabled: slug !== undefined }).data
  const round = scan && countedRounds(scan.value.rounds).find(({ state }) => state !== 'closed')
  return { scan, round, loading: scans.isPending || (slug !== undefined && !scan), slug }
}

/** Shown where there is no round to ask in: says what to do first. */
export function NoRound({ asking }: { asking: ReturnType<typeof useRoundToAsk> }) {
  const { loading, slug, scan } = asking
  if (loading) return null
  if (!slug)
    return (
      <p>
        To ask a panel about it, <Link to={pages.scans}>create a scan</Link> first.
      </p>
    )
  return (
    <p>
      No round is prepared or open. <Link to={pageLink(pages.scan, { scan: slug })}>Prepare the next round</Link> of{' '}
      {scan?.value.name} to ask about it.
    </p>
  )
}
