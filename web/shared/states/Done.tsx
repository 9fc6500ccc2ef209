import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** What was just done. It takes the focus, since the button that did it is gone. */
export function Done({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus({ preventScroll: true }), [])
  return (
    <div className="offing-callout offing-callout--done offing-done" role="status" tabIndex={-1} ref={box}>
      {children}
    </div>
  )
}

/** What the page that led here has done, as it said with `navigate(…, { state: { said } })`; nothing where none did. */
export function DoneBefore() {
  const { state, key } = useLocation()
  const said = (state as { said?: string } | null)?.said
  return said ? (
    <Done key={key}>
      <p>{said}</p>
    </Done>
  ) : null
}
