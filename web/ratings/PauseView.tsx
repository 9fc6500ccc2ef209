import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { Queue } from '../../api/contract/ratings.ts'
import { useTitle } from '../shared/use-title.ts'
import { dateLabel } from '../shared/words.ts'
import { Expected } from './Expected.tsx'
import { ItemList } from './ItemList.tsx'
import { doneLabel, firstToDo, keyOf, progressOf } from './queue.ts'
import type { Item } from './sitting.ts'
import { useGo } from './use-go.ts'
import { useSitting } from './use-sitting.ts'

type View = 'list' | 'stopped' | 'done'

/** Between items: after stopping, after the last one, or to look over all of them. */
export function PauseView({ view }: { view: View }) {
  const { queue, items } = useSitting()
  const { round } = queue
  const heading = useRef<HTMLHeadingElement>(null)
  const go = useGo(queue)
  const first = firstToDo(items)
  const title = titleOf(items, view)
  useTitle(title)
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <h1 className="nhsuk-heading-l offing-pause-title" tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {view === 'stopped' && (
        <p>Come back whenever you like{until(round.closesOn)}: you will find everything as it is now.</p>
      )}
      {view === 'done' && first === undefined && <WhatNext queue={queue} />}
      {first && (
        <Link className="nhsuk-button" to={go.link({ item: keyOf(first) })}>
          Go on
        </Link>
      )}
      <h2 className="nhsuk-heading-m">All items</h2>
      <ItemList />
      <Expected />
      <p>
        <Link to={go.link({})}>What you declared, and whether you may be named</Link>
      </p>
    </>
  )
}

function titleOf(items: readonly Item[], view: View): string {
  const { done, items: all } = progressOf(items)
  if (view === 'stopped') return `${doneLabel(items)}, nothing lost`
  if (view === 'list' || firstToDo(items)) return doneLabel(items)
  return done === all ? `All ${all} done. Thank you.` : `${doneLabel(items)}, ${all - done} withdrawn. Thank you.`
}

const until = (day: string | null) => (day ? `, until ${dateLabel(day)}` : '')

function WhatNext({ queue }: { queue: Queue }) {
  return (
    <p className="nhsuk-u-reading-width">
      You can change any answer until the scan team closes{' '}
      {queue.round.isPilot ? 'the pilot' : `round ${queue.round.number}`}
      {queue.round.closesOn && `, planned for ${dateLabel(queue.round.closesOn)}`}. Then the answers are pooled and the
      ranking is drawn: you will find it under Ranking, for all specialisms and for yours.
    </p>
  )
}
