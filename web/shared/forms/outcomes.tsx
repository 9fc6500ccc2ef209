import { createContext, useEffect, useRef } from 'react'
import { pages } from '../../../api/contract/paths.ts'

export const SendingContext = createContext(false)

/** No answer came to a write: nobody knows yet whether it was saved. It takes the focus, far from the button as it may be. */
export function NotConfirmed() {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="offing-callout offing-callout--warning" role="alert" tabIndex={-1} ref={box}>
      <h2 className="nhsuk-heading-s">Not confirmed</h2>
      <p>
        The server did not answer, so we cannot tell whether this was saved. What you entered is still here. You can
        safely send it again: nothing is saved twice.
      </p>
    </div>
  )
}

/** Somebody else changed the same thing in the meantime. */
export function Conflict() {
  return (
    <div className="offing-callout offing-callout--warning" role="alert">
      <h2 className="nhsuk-heading-s">Somebody else has changed this</h2>
      <p>
        It was changed after you opened it, so yours was not saved. What you entered is still here: open the present
        version in a second window, compare, then load this page again and enter what should stay.
      </p>
    </div>
  )
}

/** The session ended while somebody was typing. */
export function SignedOut() {
  return (
    <div className="offing-callout offing-callout--warning" role="alert">
      <h2 className="nhsuk-heading-s">You have been signed out</h2>
      <p>
        This was not saved. What you entered is still here:{' '}
        <a href={pages.signIn} target="_blank" rel="noreferrer">
          sign in again (opens in a new tab)
        </a>
        , then come back and send it again.
      </p>
    </div>
  )
}
