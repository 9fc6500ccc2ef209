import '../scans/scans.scss'
import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Source } from '../../api/contract/sources.ts'
import { useMay } from '../shared/account.ts'
import { useAddress } from '../shared/address.ts'
import { DoneBefore } from '../shared/states/Done.tsx'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { count } from '../shared/words.ts'
import { WorkbenchTabs } from '../shared/workbench/WorkbenchTabs.tsx'
import { PracticeNotice } from './PracticeNotice.tsx'
import { useSources } from './queries.ts'
import { StateOfSource } from './StateOfSource.tsx'
import { countsInWords, lastReadInWords, lateInWords, nextInWords, progressInWords } from './words.ts'

/** What the scan reads by itself, and how each source fares. */
export default function SourcesPage() {
  useTitle('Sources')
  const { has, linkWith } = useAddress()
  const archived = has('archived')
  const may = useMay('sources.write')
  return (
    <>
      <WorkbenchTabs />
      <DoneBefore />
      <div className="offing-row offing-row--apart">
        <h1 className="nhsuk-heading-l">{archived ? 'Archived sources' : 'Sources'}</h1>
        {may && !archived && (
          <Link className="nhsuk-button nhsuk-button--small" to={pages.addSource}>
            Add a source
          </Link>
        )}
      </div>
      <PracticeNotice />
      <Loaded query={useSources(archived)} what="the sources">
        {({ items }) => (items.length === 0 ? <None archived={archived} /> : <List sources={items} />)}
      </Loaded>
      <p className="offing-no-print">
        <Link to={linkWith({ archived: archived ? null : true })}>
          {archived ? 'Show the sources that are read' : 'Show archived sources'}
        </Link>
      </p>
    </>
  )
}

function None({ archived }: { archived: boolean }) {
  if (archived)
    return (
      <Empty title="No source is archived">
        <p>A source that is not read any more can be archived; its signals stay.</p>
      </Empty>
    )
  return (
    <Empty title="Nothing is read by itself yet">
      <p>
        A source is a question that is kept, such as “trials of gene therapy”, and asked again every week. What is new
        comes to the inbox.
      </p>
    </Empty>
  )
}

function List({ sources }: { sources: Source[] }) {
  const late = sources.filter(({ isLate }) => isLate).length
  return (
    <>
      {late > 0 && (
        <div className="offing-callout offing-callout--warning">
          <p>
            <strong>
              {late === 1 ? 'One source has' : `${late} sources have`} not been read for longer than planned.
            </strong>{' '}
            An old source leaves gaps that nobody sees.
          </p>
        </div>
      )}
      <ul className="offing-scans">
        {sources.map((source) => (
          <li key={source.id}>
            <Line source={source} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Line({ source }: { source: Source }) {
  const { id, name, connectorName, lastRun, signals } = source
  const late = lateInWords(source)
  const next = nextInWords(source)
  return (
    <>
      <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">
        <Link to={pageLink(pages.source, { source: id })}>{name}</Link>
      </h2>
      <p className="nhsuk-u-margin-bottom-1">
        <StateOfSource source={source} /> {connectorName} · {count(signals, 'signal')}
      </p>
      <p className="nhsuk-u-margin-bottom-1">
        {lastReadInWords(source)} {lastRun && lastRun.state !== 'running' && countsInWords(lastRun)}
        {lastRun?.state === 'running' && progressInWords(lastRun)}
      </p>
      {lastRun?.failure && <p className="nhsuk-u-margin-bottom-1">{lastRun.failure}</p>}
      {late && (
        <p className="nhsuk-u-margin-bottom-1">
          <strong>Late:</strong> {late}
        </p>
      )}
      {next && <p className="offing-quiet">{next}</p>}
    </>
  )
}
