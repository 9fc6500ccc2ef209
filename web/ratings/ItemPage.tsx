import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { Queue, QueueItem, RatingResponse } from '../../api/contract/ratings.ts'
import { useTitle } from '../shared/use-title.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { EarlierAnswer } from './EarlierAnswer.tsx'
import { ItemFacts } from './ItemFacts.tsx'
import { keyOf, nextToDo, sameElsewhere } from './queue.ts'
import { SameElsewhere } from './SameElsewhere.tsx'
import { StandingTag } from './StandingTag.tsx'
import { type Go, useGo } from './use-go.ts'
import { Withdraw } from './Withdraw.tsx'

interface Props {
  queue: Queue
  item: QueueItem
  onSaid: (what: string) => void
}

/** One item of the queue: what it is, the questions, and the way on. */
export function ItemPage({ queue, item, onSaid }: Props) {
  const { items } = queue
  const at = items.indexOf(item)
  const heading = useRef<HTMLHeadingElement>(null)
  const go = useGo(queue)
  const [given, setGiven] = useState<RatingResponse | null>(null)
  const [beside, setBeside] = useState<RatingResponse | null>(null)
  useTitle(item.technology.name)
  useFocus(heading)

  const next = (done?: string[]) => goOn(go, queue, item, done)
  const saved = (answer: RatingResponse) => {
    onSaid('Saved.')
    if (answer.stance !== 'withdrawn' && sameElsewhere(items, item).length > 0) setGiven(answer)
    else next()
  }
  // What was done beside the form: the form begins anew from the answer that stands now, and the button is gone.
  const changedBeside = (what: string, answer: RatingResponse) => {
    onSaid(what)
    setBeside(answer)
    heading.current?.focus()
  }
  if (given) return <SameElsewhere queue={queue} item={item} answer={given} onDone={next} onSaid={onSaid} />
  return (
    <article className="offing-item">
      <p className="offing-quiet nhsuk-u-margin-bottom-1">
        {item.specialism.name} · item {at + 1} of {items.length} <StandingTag item={item} />
      </p>
      <h1 className="nhsuk-heading-m" tabIndex={-1} ref={heading}>
        {item.technology.name}
      </h1>
      <ItemFacts technology={item.technology} />
      <EarlierAnswer queue={queue} item={item} onKept={saved} onElsewhere={changedBeside} />
      <AnswerForm
        key={beside?.version}
        queue={queue}
        item={beside ? { ...item, answer: beside } : item}
        onSaved={saved}
      />
      <nav className="offing-row offing-item-ways" aria-label="Items">
        {at > 0 && <Link to={go.link({ item: keyOf(items[at - 1]!) })}>Previous</Link>}
        {at < items.length - 1 && <Link to={go.link({ item: keyOf(items[at + 1]!) })}>Next without saving</Link>}
        <Link to={go.link({ view: 'list' })}>All items</Link>
        <Withdraw queue={queue} item={item} onDone={changedBeside} />
      </nav>
    </article>
  )
}

function goOn(go: Go, { items }: Queue, item: QueueItem, done?: string[]) {
  const next = nextToDo(items, keyOf(item), done)
  go.to(next ? { item: keyOf(next) } : { view: 'done' })
}

/** Each item starts at its top, for eyes, thumbs and screen readers. */
function useFocus(heading: React.RefObject<HTMLElement | null>) {
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [heading])
}
