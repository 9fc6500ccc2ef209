import './rounds.scss'
import '../scans/scans.scss'
import { Link, useParams } from 'react-router'
import type { WorthAnotherLook } from '../../api/contract/next-round.ts'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { countedRounds, lastClosed } from '../../api/scans/round.ts'
import { useMay } from '../shared/account.ts'
import { useAddress } from '../shared/address.ts'
import { useScan } from '../shared/queries.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { PrepareForm } from './PrepareForm.tsx'
import { useWorthAnotherLook } from './queries.ts'
import { ShortlistForm } from './ShortlistForm.tsx'
import { aRound, roundName } from './summary.ts'

/** Prepares the next round of a scan: the first is filled afterwards, a later one asks what is worth another look. */
export default function PrepareRoundPage() {
  const { scan = '' } = useParams()
  return (
    <Loaded query={useScan(scan)} what="this scan" missing="scan" isPage>
      {({ value }) => <Whole scan={value} />}
    </Loaded>
  )
}

function Whole({ scan }: { scan: Scan }) {
  const last = countedRounds(scan.rounds).at(-1)
  const title = `Prepare round ${(last?.number ?? 0) + 1} of ${scan.name}`
  useTitle(title)
  const may = useMay('rounds.prepare')
  const pending = last && last.state !== 'closed' ? last : undefined
  return (
    <>
      <Link className="nhsuk-back-link" to={pageLink(pages.scan, { scan: scan.slug })}>
        {scan.name}
      </Link>
      <h1 className="nhsuk-heading-l">{title}</h1>
      {!may && <p>The scan team prepares rounds.</p>}
      {may && pending && (
        <Empty title="This cannot be done now">
          <p>
            {roundName(pending)} is {pending.state}.{' '}
            {pending.state === 'open' ? 'The next can be prepared once it has closed.' : 'Open it, and close it first.'}
          </p>
          <p>
            <Link to={pageLink(pages.round, { scan: scan.slug, number: String(pending.number) })}>
              Go to {aRound(pending)}
            </Link>
          </p>
        </Empty>
      )}
      {may && !pending && (lastClosed(scan.rounds) ? <Next scan={scan} /> : <First scan={scan} />)}
    </>
  )
}

function First({ scan }: { scan: Scan }) {
  return (
    <>
      <p className="nhsuk-u-reading-width">
        It is empty at first: on its page you ask about technologies, see how long everybody will need, then open it.
      </p>
      <PrepareForm scan={scan} look={undefined} />
    </>
  )
}

/** The length of the shortlist stands in the address, as every filter does. */
function Next({ scan }: { scan: Scan }) {
  const { get } = useAddress()
  const query = { groups: get('groups'), places: get('places') }
  return (
    <Loaded query={useWorthAnotherLook(scan.slug, query)} what="what is worth another look">
      {(look) => (
        <>
          <p className="nhsuk-u-reading-width">
            Everybody is invited again. It asks what is worth another look after round {look.round}: the shortlist, what
            the panel disagrees on where that matters for the shortlist, and what leads have saved from the cut. Whoever
            does not answer keeps their earlier answer.
          </p>
          {look.total > 0 || look.ranked > 0 ? <ShortlistForm look={look} /> : <NothingRanked look={look} />}
          <PrepareForm scan={scan} look={look} />
        </>
      )}
    </Loaded>
  )
}

function NothingRanked({ look }: { look: WorthAnotherLook }) {
  return (
    <div className="offing-callout offing-callout--warning">
      <p>
        Nothing is ranked after round {look.round}: too few panel members have answered. Prepare the round, then ask
        about all technologies of this scan once more.
      </p>
    </div>
  )
}
