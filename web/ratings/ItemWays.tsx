import { Link } from 'react-router'
import { isDone, keyOf } from './queue.ts'
import type { Item } from './sitting.ts'
import { useGo } from './use-go.ts'
import { useSitting } from './use-sitting.ts'
import { Withdraw } from './Withdraw.tsx'

interface Props {
  item: Item
  /** Whether going on means to leave the answer as it is, now that the panel's has been seen. */
  keeps: boolean
  /** Whether a reason is asked for, which has its own ways on: then nothing stands before them. */
  isAsked: boolean
  onNext: () => void
  onWithdraw: () => void
}

/** The ways on from an item: the next that is not answered, the neighbours, all of them, or taking the answer back. */
export function ItemWays({ item, keeps, isAsked, onNext, onWithdraw }: Props) {
  const { queue, items } = useSitting()
  const go = useGo(queue)
  const at = items.indexOf(item)
  return (
    <>
      <div className={isDone(item) && !isAsked ? 'offing-save-bar' : 'offing-save-bar offing-save-bar--later'}>
        <button
          type="button"
          className={isDone(item) && !isAsked ? 'nhsuk-button' : 'nhsuk-button nhsuk-button--secondary'}
          onClick={onNext}
        >
          {isDone(item) ? (keeps ? 'Keep mine and go on' : 'Next not answered') : 'Skip for now'}
        </button>
      </div>
      <nav className="offing-row offing-item-ways" aria-label="Items">
        {at > 0 && <Link to={go.link({ item: keyOf(items[at - 1]!) })}>Previous</Link>}
        {at < items.length - 1 && <Link to={go.link({ item: keyOf(items[at + 1]!) })}>Next</Link>}
        <Link to={go.link({ view: 'list' })}>All items</Link>
        <Withdraw item={item} onWithdraw={onWithdraw} />
      </nav>
    </>
  )
}
