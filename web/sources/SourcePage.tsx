import './sources.scss'
import { useEffect, useRef, useState } from 'react'
import { Link, useParams } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import type { Source } from '../../api/contract/sources.ts'
import { useMay } from '../shared/account.ts'
import { useAddress, withQuery } from '../shared/address.ts'
import type { Tagged } from '../shared/api-client.ts'
import { Done, DoneBefore } from '../shared/states/Done.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { count, dateLabel } from '../shared/words.ts'
import { WorkbenchTabs } from '../shared/workbench/WorkbenchTabs.tsx'
import { ChangeSource } from './ChangeSource.tsx'
import { LastRun } from './LastRun.tsx'
import { PracticeNotice } from './PracticeNotice.tsx'
import { useConnectors, useSource, useSourcesChanged } from './queries.ts'
import { RunTable } from './RunTable.tsx'
import { SourceActs } from './SourceActs.tsx'
import { StateOfSource } from './StateOfSource.tsx'
import { lastReadInWords, lateInWords, nextInWords } from './words.ts'

/** One source: what it is asked, how it fares, and what can be done about it. */
export default function SourcePage() {
  const { source = '' } = useParams()
  return (
    <>
      <WorkbenchTabs />
      <Loaded query={useSource(source)} what="this source" missing="source" isPage>
        {(read) => <OfSource read={read} />}
      </Loaded>
    </>
  )
}

function OfSource({ read }: { read: Tagged<Source> }) {
  const source = read.value
  useTitle(source.name)
  const { has, change } = useAddress()
  const [said, setSaid] = useState({ words: '', times: 0 })
  const say = (words: string) => setSaid(({ times }) => ({ words, times: times + 1 }))
  const changed = useSourcesChanged()
  const may = useMay('sources.write')
  const isChanging = may && has('change')
  const heading = useRef<HTMLHeadingElement>(null)
  const leave = () => {
    change({ change: null })
    heading.current?.focus()
  }
  const saved = (words: string) => {
    change({ change: null })
    say(words)
    void changed()
  }
  return (
    <>
      {said.words ? (
        <Done key={said.times}>
          <p>{said.words}</p>
        </Done>
      ) : (
        <DoneBefore />
      )}
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-2 offing-step-title" tabIndex={-1} ref={heading}>
        {source.name}
      </h1>
      <PracticeNotice />
      {isChanging ? (
        <Changing read={read} onSaved={saved} onLeave={leave} />
      ) : (
        <>
          <Facts source={source} />
          {may && <SourceActs read={read} onDone={say} onChange={() => change({ change: true })} />}
          <LastRun source={source} />
          {source.lastRun && <RunTable source={source} />}
        </>
      )}
    </>
  )
}

function Facts({ source }: { source: Source }) {
  const late = lateInWords(source)
  return (
    <>
      <p>
        <StateOfSource source={source} /> {lastReadInWords(source)} {nextInWords(source)}
      </p>
      {late && (
        <div className="offing-callout offing-callout--warning">
          <p>
            <strong>Late.</strong> {late}
          </p>
        </div>
      )}
      <dl className="offing-facts">
        <dt>Kind of source</dt>
        <dd>{source.connectorName}</dd>
        <dt>What is looked for</dt>
        <dd className="offing-source-query">{source.query}</dd>
        <dt>Looks back to</dt>
        <dd>{dateLabel(source.from)}</dd>
        <dt>Signals from it</dt>
        <dd>
          {count(source.signals, 'signal')} ·{' '}
          <Link to={withQuery(pages.signals, { source: source.id })}>See those to be read in the inbox</Link>
        </dd>
      </dl>
    </>
  )
}

function Changing(props: { read: Tagged<Source>; onSaved: (said: string) => void; onLeave: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h2 className="nhsuk-heading-m offing-step-title" tabIndex={-1} ref={heading}>
        Change this source
      </h2>
      <Loaded query={useConnectors()} what="the kinds of sources">
        {(about) => <ChangeSource {...props} about={about} />}
      </Loaded>
    </>
  )
}
