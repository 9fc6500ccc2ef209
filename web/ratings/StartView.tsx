import { Link } from 'react-router'
import type { Queue } from '../../api/contract/ratings.ts'
import { useTitle } from '../shared/use-title.ts'
import { count, dateLabel, listed } from '../shared/words.ts'
import { ItemList } from './ItemList.tsx'
import { Notice } from './Notice.tsx'
import { firstToDo, keyOf, progressOf } from './queue.ts'
import { useGo } from './use-go.ts'

/** Where answering begins: how long it takes, what there is to know first, and all the items. */
export function StartView({ queue }: { queue: Queue }) {
  useTitle('My answers')
  const { items, scan, round } = queue
  const go = useGo(queue)
  const progress = progressOf(items)
  const first = firstToDo(items)
  const specialisms = [...new Set(items.map(({ specialism }) => specialism.name))]
  return (
    <>
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-2">My answers</h1>
      <p className="nhsuk-lede-text nhsuk-u-margin-bottom-3">{lede(progress)}</p>
      <p>
        Round {round.number} of {scan.name}, for {listed(specialisms)}.
        {round.closesOn && ` Please answer by ${dateLabel(round.closesOn)}.`}
      </p>
      {progress.carriedOver > 0 && (
        <p>
          {progress.carriedOver === 1 ? 'One item carries' : `${progress.carriedOver} items carry`} your answer from an
          earlier round: it counts as it is, unless you answer again.
        </p>
      )}
      {first ? (
        <Link className="nhsuk-button" to={go.link({ item: keyOf(first) })}>
          {progress.done > 0 ? 'Go on' : 'Start'}
        </Link>
      ) : (
        <p>You can change any answer until the round closes.</p>
      )}
      <Notice queue={queue} />
      <h2 className="nhsuk-heading-m">All items</h2>
      <ItemList queue={queue} />
    </>
  )
}

function lede({ items, done }: ReturnType<typeof progressOf>): string {
  const left = items - done
  if (left === 0) return `All ${items} done. Thank you.`
  const start = done === 0 ? `${count(items, 'item')}` : `${done} of ${items} done, ${left} left`
  return `${start}, about ${count(left, 'minute')}. You can stop at any time.`
}
