import './ratings.scss'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Queue } from '../../api/contract/ratings.ts'
import { useMay } from '../shared/account.ts'
import { useAddress } from '../shared/address.ts'
import { DemonstrationNotice } from '../shared/DemonstrationNotice.tsx'
import { useMyAnswers } from '../shared/queries.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { ItemPage } from './ItemPage.tsx'
import { NothingAsked } from './NothingAsked.tsx'
import { PauseView } from './PauseView.tsx'
import { ProgressBar } from './ProgressBar.tsx'
import { keyOf } from './queue.ts'
import { StartView } from './StartView.tsx'
import { useGo } from './use-go.ts'

/** What the open rounds ask the signed-in panel member, one item at a time. */
export default function MyAnswersPage() {
  useTitle('My answers')
  const query = useMyAnswers()
  if (!useMay('ratings.record'))
    return (
      <Empty title="Answers are given by panel members" isPage>
        <p>Your role does not answer. The scan team puts specialism leads on a scan’s panel.</p>
      </Empty>
    )
  return (
    <Loaded query={query} what="what you are asked" isPage>
      {({ items }) => <Queues queues={items.filter((queue) => queue.items.length > 0)} />}
    </Loaded>
  )
}

function Queues({ queues }: { queues: Queue[] }) {
  const { get } = useAddress()
  const queue = queues.find(({ scan }) => scan.slug === get('scan')) ?? queues[0]
  if (!queue)
    return (
      <>
        <h1 className="nhsuk-heading-l">My answers</h1>
        <NothingAsked />
      </>
    )
  return (
    <>
      {queues.length > 1 && <WhichScan queues={queues} chosen={queue} />}
      <Within key={queue.round.id} queue={queue} />
    </>
  )
}

function WhichScan({ queues, chosen }: { queues: Queue[]; chosen: Queue }) {
  const { linkWith } = useAddress()
  return (
    <nav className="offing-row" aria-label="Scans that ask you">
      {queues.map((queue) => (
        <Link
          key={queue.round.id}
          to={linkWith({ scan: queue.scan.slug, item: null, view: null })}
          aria-current={queue === chosen ? 'true' : undefined}
        >
          {queue.scan.name}
        </Link>
      ))}
    </nav>
  )
}

function Within({ queue }: { queue: Queue }) {
  const { get } = useAddress()
  const go = useGo(queue)
  const [said, setSaid] = useState('')
  const item = queue.items.find((one) => keyOf(one) === get('item'))
  const view = get('view')
  return (
    <>
      {item && <ProgressBar queue={queue} said={said} stop={go.link({ view: 'stopped' })} />}
      {item ? (
        <ItemPage key={keyOf(item)} queue={queue} item={item} onSaid={setSaid} />
      ) : view === 'list' || view === 'stopped' || view === 'done' ? (
        <PauseView key={view} queue={queue} view={view} />
      ) : (
        <StartView queue={queue} />
      )}
      {queue.demonstration && !item && <DemonstrationNotice />}
    </>
  )
}
