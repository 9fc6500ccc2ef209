import { type ReactNode, useId, useState } from 'react'
import type { Signal, TriageAct } from '../../api/contract/signals.ts'
import { useAccount } from '../shared/account.ts'
import { useChoices } from './queries.ts'
import { namesOf } from './words.ts'

interface Props {
  signal: Signal
  onLink: () => void
  /** Null for who may enter no technology. */
  onStart: (() => void) | null
  onDismiss: () => void
  onAct: (act: TriageAct, words: string) => void
}

/** What can be done with the signal that is shown. */
export function Acts({ signal, onLink, onStart, onDismiss, onAct }: Props) {
  const { account } = useAccount()
  const { state, owner } = signal
  const name = namesOf([signal])
  return (
    <>
      <div className="offing-row offing-no-print">
        <Act onClick={onLink} isFirst>
          Link to a technology
        </Act>
        {state === 'unread' && onStart && <Act onClick={onStart}>Start a technology</Act>}
        {state === 'unread' && <Act onClick={onDismiss}>Dismiss</Act>}
        {state !== 'unread' && (
          <Act onClick={() => onAct({ kind: 'return', technology: null }, `${name} is unread again.`)}>
            Make it unread again
          </Act>
        )}
        {owner?.id === account.id ? (
          <Act onClick={() => onAct({ kind: 'assign', owner: null }, `${name}: given back.`)}>Give it back</Act>
        ) : (
          <Act onClick={() => onAct({ kind: 'assign', owner: account.id }, `${name}: taken over.`)}>Take it over</Act>
        )}
      </div>
      <GiveTo signal={signal} onAct={onAct} />
    </>
  )
}

function Act({ onClick, isFirst, children }: { onClick: () => void; isFirst?: boolean; children: ReactNode }) {
  const kind = isFirst ? '' : ' nhsuk-button--secondary'
  return (
    <button type="button" className={`nhsuk-button nhsuk-button--small${kind}`} onClick={onClick}>
      {children}
    </button>
  )
}

/** Hands the signal to somebody else of the team. */
function GiveTo({ signal, onAct }: Pick<Props, 'signal' | 'onAct'>) {
  const id = useId()
  const { account } = useAccount()
  const [to, setTo] = useState('')
  const others = (useChoices().data?.team ?? []).filter((one) => one.id !== account.id && one.id !== signal.owner?.id)
  const chosen = others.find((one) => one.id === to)
  if (others.length === 0) return null
  return (
    <details className="offing-small-details offing-no-print">
      <summary>Give it to somebody else</summary>
      <div className="offing-row">
        <div>
          <label className="nhsuk-label" htmlFor={id}>
            To whom?
          </label>
          <select id={id} className="nhsuk-select" value={to} onChange={(event) => setTo(event.target.value)}>
            <option value="">Choose</option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
          aria-disabled={!chosen || undefined}
          onClick={() =>
            chosen && onAct({ kind: 'assign', owner: chosen.id }, `${namesOf([signal])}: given to ${chosen.name}.`)
          }
        >
          Give it over
        </button>
      </div>
    </details>
  )
}
