import type { ReactNode } from 'react'

/** The heading of a state: the first of its page where the state stands in for all of it, so that no page is without one. */
export function StateHeading({ isPage, children }: { isPage: boolean | undefined; children: ReactNode }) {
  return isPage ? <h1 className="nhsuk-heading-l">{children}</h1> : <h2 className="nhsuk-heading-s">{children}</h2>
}
