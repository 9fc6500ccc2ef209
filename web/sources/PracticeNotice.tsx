import { useConnectors } from './queries.ts'

/** That nothing outside is asked, wherever sources are shown; nothing at all in earnest. */
export function PracticeNotice() {
  const practice = useConnectors().data?.practice
  if (!practice) return null
  return (
    <div className="offing-callout offing-callout--warning">
      <p>
        <strong>This is practice.</strong> No real source is asked: {practice} answers in their place, so what comes in
        is not to be relied on. Take the setting OFFING_SOURCES_PRACTICE away to read real sources.
      </p>
    </div>
  )
}
