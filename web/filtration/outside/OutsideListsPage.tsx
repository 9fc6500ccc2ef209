import '../filtration.scss'
import { Link, useNavigate } from 'react-router'
import type { OutsideList } from '../../../api/contract/outside-lists.ts'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import { useMay } from '../../shared/account.ts'
import { useAddress } from '../../shared/address.ts'
import { Empty } from '../../shared/states/Empty.tsx'
import { Loaded } from '../../shared/states/Loaded.tsx'
import { useTitle } from '../../shared/use-title.ts'
import { dateLabel } from '../../shared/words.ts'
import { WorkbenchTabs } from '../../shared/workbench/WorkbenchTabs.tsx'
import { ForScanTeam } from '../ForScanTeam.tsx'
import { EnterList } from './EnterList.tsx'
import { Progress } from './Progress.tsx'
import { useOutsideLists } from './queries.ts'

/** Lists that others made, and how much of each is settled. `act=add` in the address enters one. */
export default function OutsideListsPage() {
  useTitle('Outside lists')
  const { get } = useAddress()
  const mayWrite = useMay('outside-lists.write')
  const navigate = useNavigate()
  return (
    <ForScanTeam what="The outside lists">
      <WorkbenchTabs />
      {get('act') === 'add' && mayWrite ? (
        <EnterList onEntered={(list) => void navigate(pageLink(pages.outsideList, { list }))} />
      ) : (
        <Lists />
      )}
    </ForScanTeam>
  )
}

function Lists() {
  const { get, linkWith } = useAddress()
  const mayWrite = useMay('outside-lists.write')
  const archived = get('archived') === 'true'
  return (
    <>
      <div className="offing-row offing-row--apart">
        <h1 className="nhsuk-heading-l">{archived ? 'Archived outside lists' : 'Outside lists'}</h1>
        {mayWrite && !archived && (
          <Link className="nhsuk-button nhsuk-button--small offing-no-print" to={linkWith({ act: 'add' })}>
            Hold a list against the registry
          </Link>
        )}
      </div>
      <p className="nhsuk-u-reading-width">
        What do others watch that we do not? Take the list of another scan or of a regulator: each of its names is here,
        is added, or is left out for a reason.
      </p>
      <Loaded query={useOutsideLists(archived)} what="the outside lists">
        {({ items }) => (items.length === 0 ? <None archived={archived} /> : <Table lists={items} />)}
      </Loaded>
      <p className="offing-no-print">
        <Link to={linkWith({ archived: archived ? null : 'true' })}>
          {archived ? 'Show the lists at work' : 'Show archived lists'}
        </Link>
      </p>
    </>
  )
}

function None({ archived }: { archived: boolean }) {
  return archived ? (
    <Empty title="No list is archived" />
  ) : (
    <Empty title="No list has been held against the registry yet">
      <p>You can paste one, a name a line, or choose a spreadsheet.</p>
    </Empty>
  )
}

function Table({ lists }: { lists: readonly OutsideList[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="offing-scroll" aria-label="Outside lists" tabIndex={0}>
      <table className="offing-table">
        <caption className="nhsuk-u-visually-hidden">Outside lists, newest first</caption>
        <thead>
          <tr>
            <th scope="col">List</th>
            <th scope="col">From</th>
            <th scope="col">Settled</th>
          </tr>
        </thead>
        <tbody>
          {lists.map(({ id, name, sourceTitle, listedOn, counts }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={pageLink(pages.outsideList, { list: id })}>{name}</Link>
              </th>
              <td>
                {sourceTitle}
                {listedOn && `, ${dateLabel(listedOn)}`}
              </td>
              <td>
                <Progress counts={counts} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
