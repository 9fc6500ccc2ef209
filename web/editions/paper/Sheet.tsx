import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { Fit } from './fits.ts'

interface Props<F extends Fit> {
  label: string
  fits: readonly F[]
  children: (fit: F) => ReactNode
}

/**
 * One sheet of A4, as large on the screen as on paper. It is set by the first of the fits in which nothing overflows. Nothing is ever clipped:
 * if none were enough, the paper would run to a further page for all to see.
 */
export function Sheet<F extends Fit>({ label, fits, children }: Props<F>) {
  const sheet = useRef<HTMLElement>(null)
  const [at, setAt] = useState(0)
  useLayoutEffect(() => {
    const { scrollHeight, clientHeight } = sheet.current!
    if (scrollHeight > clientHeight && at < fits.length - 1) setAt(at + 1)
  })
  const fit = fits[at]!
  return (
    <section
      ref={sheet}
      className="offing-sheet"
      aria-label={label}
      data-fit={at}
      style={{ '--size': `${fit.size}pt` } as CSSProperties}
    >
      {children(fit)}
    </section>
  )
}
