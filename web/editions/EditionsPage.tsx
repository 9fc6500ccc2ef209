import './editions.scss'
import { Link } from 'react-router'
import type { EditionList } from '../../api/contract/editions.ts'
import { pages } from '../../api/contract/paths.ts'
import { useMay } from '../shared/account.ts'
import { useAddress } from '../shared/address.ts'
import { useEditions } from '../shared/editions/queries.ts'
import { DoneBefore } from '../shared/states/Done.tsx'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { count, dateLabel } from '../shared/words.ts'
import { AsOf } from './AsOf.tsx'
import { EditionTable } from './EditionTable.tsx'

/** Every edition that the reader may see, newest first; with a day in the address the one that stood then. */
export default function EditionsPage() {
  useTitle('Editions')
  const asOf = useAddress().get('asOf')
  const query = useEditions({ asOf })
  return (
    <>
      <DoneBefore />
      <h1 className="nhsuk-heading-l">Editions</h1>
      <p className="nhsuk-u-reading-width">
        An edition is a radar as it was published: numbered, approved, and never changed afterwards. A wrong one is
        superseded or withdrawn with a reason, and stays to be read.
      </p>
      <Loaded query={query} what="the editions">
        {(list) => (list.total === 0 && !asOf ? <NoneYet /> : <Editions list={list} asOf={asOf} />)}
      </Loaded>
    </>
  )
}

function Editions({ list, asOf }: { list: EditionList; asOf: string }) {
  return (
    <>
      <AsOf />
      <p className="offing-quiet" role="status">
        {asOf ? asOfWords(list, asOf) : `${count(list.total, 'edition')}, newest first.`}
      </p>
      {list.items.length > 0 && <EditionTable editions={list.items} />}
    </>
  )
}

const asOfWords = ({ total }: EditionList, asOf: string) =>
  total === 0
    ? `No edition stood on ${dateLabel(asOf)}: none had been published by then.`
    : `This is the radar as it stood on ${dateLabel(asOf)}.`

function NoneYet() {
  const maySeeScans = useMay('scans.read')
  if (!useMay('editions.write'))
    return (
      <Empty title="No edition has been published yet">
        <p>The scan team publishes an edition once a round has closed and a board has approved it.</p>
      </Empty>
    )
  return (
    <Empty title="There is no edition yet">
      <p>
        Once a round of a scan has closed, you prepare an edition on the scan’s page, fill in its cover, show it to the
        board as a draft, and record the approval.
      </p>
      {maySeeScans && (
        <p>
          <Link to={pages.scans}>Go to the scans</Link>
        </p>
      )}
    </Empty>
  )
}
