import type { ReactNode } from 'react'
import { StateHeading } from './StateHeading.tsx'

interface Props {
  title: string
  /** It stands in for a whole page, which has no other heading. */
  isPage?: boolean
  children?: ReactNode
}

/** Shown where there is nothing: says why, and what can be done about it. */
export function Empty({ title, isPage, children }: Props) {
  return (
    <div className="offing-state">
      <StateHeading isPage={isPage}>{title}</StateHeading>
      {children}
    </div>
  )
}
