import type { ReactNode } from 'react'

/** A table that may be wider than the page: it scrolls by itself, by keyboard too. */
export function WideTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="offing-scroll offing-wide-table" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
