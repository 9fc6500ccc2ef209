import type { ReactNode } from 'react'

/** Shown where there is nothing: says why, and what can be done about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="offing-state">
      <h2 className="nhsuk-heading-s">{title}</h2>
      {children}
    </div>
  )
}
