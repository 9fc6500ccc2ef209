import { type ReactNode, useEffect, useRef } from 'react'

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
