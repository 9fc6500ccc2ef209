import { useState } from 'react'
import { Link } from 'react-router'
import { minutesAnItem } from '../../api/rounds/workload.ts'
import { useAddress } from '../shared/address.ts'
import { useTitle } from '../shared/use-title.ts'
import { count, dateLabel, listed } from '../shared/words.ts'
import { Expected } from './Expected.tsx'
import { ItemList } from './ItemList.tsx'
import { firstToDo, keyOf, progressOf } from './queue.ts'
import { Consent } from './seat/Consent.tsx'
import { Interests } from './seat/Interests.tsx'
import { Notice } from './seat/Notice.tsx'
import { useSeatWrite } from './seat/use-seat-write.ts'
import { useGo } from './use-go.ts'
import { useSitting } from './use-sitting.ts'

/** Where answering begins: how long it takes, what there is to know and to say first, and all the items. */
export function StartView() {
  useTitle('My answers')
  const { queue, items } = useSitting()
  const { scan, round, seat } = queue
  const progress = progressOf(items)
  const [hasJustRead, setJustRead] = useState(false)
  const specialisms = [...new Set(items.map(({ specialism }) => specialism.name))]
  return (
    <>
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-2">My answers</h1>
      <p className="nhsuk-lede-text nhsuk-u-margin-bottom-3">{lede(progress, round.asksYears)}</p>
      <p>
        {round.isPilot ? 'The pilot round' : `Round ${round.number}`} of {scan.name}, for {listed(specialisms)}.
        {round.isPilot && ' It tries the questions out: what you answer here never counts.'}
        {round.closesOn && ` Please answer by ${dateLabel(round.closesOn)}.`}
      </p>
      {progress.carriedOver > 0 && (
        <p>
          {progress.carriedOver === 1 ? 'One item carries' : `${progress.carriedOver} items carry`} your answer from an
          earlier round: it counts as it is, unless you answer again.
        </p>
      )}
      {seat.declaration && seat.noticeReadAt && <Begin />}
      <Notice queue={queue} />
      {seat.noticeReadAt ? <First takesFocus={hasJustRead} /> : <ReadIt onRead={() => setJustRead(true)} />}
      <h2 className="nhsuk-heading-m">All items</h2>
      <ItemList />
    </>
  )
}

/** No answer is taken before the notice was read. */
function ReadIt({ onRead }: { onRead: () => void }) {
  const { readNotice, failure } = useSeatWrite(useSitting().queue.seat)
  const read = async () => {
    if (await readNotice()) onRead()
  }
  return (
    <>
      <button type="button" className="nhsuk-button" onClick={() => void read()}>
        I have read this
      </button>
      {failure && <p role="alert">{failure}</p>}
    </>
  )
}

/** What is asked before the first answer, and can be changed later. */
function First({ takesFocus }: { takesFocus: boolean }) {
  const { queue, items } = useSitting()
  const go = useGo(queue)
  const first = firstToDo(items)
  const { has } = useAddress()
  const technologies = new Map(items.map(({ technology }) => [technology.slug, technology]))
  const start = () => {
    // A link to an item leads on to that one.
    if (first && !queue.seat.declaration && !has('item')) go.to({ item: keyOf(first) })
  }
  return (
    <>
      <Interests
        seat={queue.seat}
        technologies={[...technologies.values()]}
        takesFocus={takesFocus}
        onDeclared={start}
      />
      <Consent seat={queue.seat} />
      <Expected />
    </>
  )
}

function Begin() {
  const { queue, items } = useSitting()
  const go = useGo(queue)
  const first = firstToDo(items)
  if (!first) return <p>You can change any answer until the round closes.</p>
  return (
    <Link className="nhsuk-button" to={go.link({ item: keyOf(first) })}>
      {progressOf(items).done > 0 ? 'Go on' : 'Start'}
    </Link>
  )
}

function lede({ items, done }: ReturnType<typeof progressOf>, asksYears: boolean): string {
  const left = items - done
  if (left === 0) return `All ${items} done. Thank you.`
  const start = done === 0 ? `${count(items, 'item')}` : `${done} of ${items} done, ${left} left`
  const minutes = left * (asksYears ? minutesAnItem.years : minutesAnItem.bands)
  return `${start}, about ${count(minutes, 'minute')}. You can stop at any time.`
}
