import './ratings.scss'
import { Link } from 'react-router'
import type { Queue, QueueList } from '../../api/contract/ratings.ts'
import { useMay } from '../shared/account.ts'
import { useAddress } from '../shared/address.ts'
import { DemonstrationNotice } from '../shared/DemonstrationNotice.tsx'
import { useMyAnswers } from '../shared/queries.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { Briefs } from './Briefs.tsx'
import { ItemPage } from './ItemPage.tsx'
import { NothingAsked } from './NothingAsked.tsx'
import { OwnAnswers } from './OwnAnswers.tsx'
import { NeedsYou } from './outbox/NeedsYou.tsx'
import { NotSent } from './outbox/NotSent.tsx'
import { PauseView } from './PauseView.tsx'
import { ProgressBar } from './ProgressBar.tsx'
import { keyOf, standingOf } from './queue.ts'
import { StartView } from './StartView.tsx'
import { SittingContext, useNewSitting } from './use-sitting.ts'

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
      {(list) => <Queues queues={list.items.filter((queue) => queue.items.length > 0)} seats={list.seats} />}
    </Loaded>
  )
}

function Queues({ queues, seats }: { queues: Queue[]; seats: QueueList['seats'] }) {
  const { get } = useAddress()
  const queue = queues.find(({ scan }) => scan.slug === get('scan')) ?? queues[0]
  return (
    <>
      <NotSent />
      <NeedsYou queues={queues} />
      {queues.length > 1 && queue && <WhichScan queues={queues} chosen={queue} />}
      {queue ? <Within key={queue.round.id} queue={queue} seats={seats} /> : <NothingAsked seats={seats} />}
    </>
  )
}

function WhichScan({ queues, chosen }: { queues: Queue[]; chosen: Queue }) {
  const { linkWith } = useAddress()
  return (
    <nav className="offing-row offing-which-scan" aria-label="Scans that ask you">
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

function Within({ queue, seats }: { queue: Queue; seats: QueueList['seats'] }) {
  const { get } = useAddress()
  const sitting = useNewSitting(queue)
  const { seat } = queue
  // Before the first answer come the notice and the interests, even for a link to an item.
  const mayBegin = seat.noticeReadAt !== null && seat.declaration !== null
  const item = mayBegin ? sitting.items.find((one) => keyOf(one) === get('item')) : undefined
  const view = get('view')
  return (
    <SittingContext value={sitting}>
      {item && <ProgressBar />}
      {item ? (
        <ItemPage key={`${keyOf(item)} ${sitting.undone} ${standingOf(item) === 'withdrawn'}`} item={item} />
      ) : mayBegin && (view === 'list' || view === 'stopped' || view === 'done') ? (
        <PauseView key={view} view={view} />
      ) : (
        <StartView />
      )}
      {!item && <Briefs seats={seats} />}
      {!item && <OwnAnswers seats={seats} />}
      {queue.demonstration && !item && <DemonstrationNotice />}
    </SittingContext>
  )
}
