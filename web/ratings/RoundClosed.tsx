import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { pages } from '../../api/contract/paths.ts'

/** The round was closed while its last answers were being given. */
export function RoundClosed({ detail }: { detail: string }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="offing-callout offing-callout--warning" role="alert" tabIndex={-1} ref={box}>
      <h2 className="nhsuk-heading-s">This answer could not be saved</h2>
      <p>{detail}</p>
      <p>
        What you saved before counts. <Link to={pages.ranking}>See the ranking</Link>
      </p>
    </div>
  )
}
