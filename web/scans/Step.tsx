import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { useAddress } from '../shared/address.ts'

interface Props {
  title: string
  back?: string
  children: ReactNode
}

/** One thing to do about a scan, in place of the scan's page. Its heading takes the focus. */
export function Step({ title, back = 'Back to the scan', children }: Props) {
  const { linkWith } = useAddress()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <Link className="nhsuk-back-link" to={linkWith({ act: null, technology: null, member: null, item: null })}>
        {back}
      </Link>
      <h1 className="nhsuk-heading-l offing-step-title" tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </>
  )
}
