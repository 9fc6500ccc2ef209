import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { Signal, SignalList } from '../../api/contract/signals.ts'
import { count, dateLabel } from '../shared/words.ts'
import { useInboxAddress } from './use-inbox-address.ts'
import { cameFrom, stateNames } from './words.ts'

interface Props {
  list: SignalList
  /** Ids. */
  shown: string | undefined
  chosen: readonly string[]
  onToggle: ((signal: Signal) => void) | null
  busy: boolean
}

/** The signals of one page of the inbox, each a step from being shown and, for who may deal with them, each to be chosen. */
export function InboxList({ list, shown, chosen, onToggle, busy }: Props) {
  const { linkWith, has } = useInboxAddress()
  return (
    <nav aria-label="Signals">
      <p className="offing-quiet" role="status">
        {count(list.total, 'signal')}
        {list.items.length < list.total && `, ${list.items.length} on this page`}
      </p>
      <ul className="offing-inbox__list" aria-busy={busy || undefined}>
        {list.items.map((signal) => (
          <Item
            key={signal.id}
            signal={signal}
            isShown={signal.id === shown}
            isChosen={chosen.includes(signal.id)}
            onToggle={onToggle}
          />
        ))}
      </ul>
      <p className="offing-row">
        {has('cursor') && <Link to={linkWith({ cursor: null, signal: null })}>First page</Link>}
        {list.nextCursor && <Link to={linkWith({ cursor: list.nextCursor, signal: null })}>Next page</Link>}
      </p>
    </nav>
  )
}

interface ItemProps {
  signal: Signal
  isShown: boolean
  isChosen: boolean
  onToggle: Props['onToggle']
}

function Item({ signal, isShown, isChosen, onToggle }: ItemProps) {
  const { linkWith, state } = useInboxAddress()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isShown) item.current?.scrollIntoView?.({ block: 'nearest' })
  }, [isShown])
  return (
    <li ref={item} className={isShown ? 'offing-inbox__item offing-inbox__item--shown' : 'offing-inbox__item'}>
      {onToggle && (
        <input
          type="checkbox"
          aria-label={`Choose “${signal.title}”`}
          checked={isChosen}
          onChange={() => onToggle(signal)}
        />
      )}
      <div>
        <Link to={linkWith({ signal: signal.id })} aria-current={isShown || undefined}>
          {signal.title}
        </Link>
        <span className="offing-quiet offing-block">
          {cameFrom(signal)}, {dateLabel(signal.dated ?? signal.receivedAt)}
          {signal.owner && `, ${signal.owner.name || 'somebody'}`}
          {state === 'all' && `: ${stateNames[signal.state].toLowerCase()}`}
        </span>
      </div>
    </li>
  )
}
