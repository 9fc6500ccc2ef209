import { useState } from 'react'
import { Loaded } from '../shared/states/Loaded.tsx'
import { dateLabel } from '../shared/words.ts'
import { useRecords } from './queries.ts'

/** The record as its source sent it, read once somebody wants to see it. */
export function RawRecord({ signal }: { signal: string }) {
  const [isOpen, setOpen] = useState(false)
  const query = useRecords(signal, isOpen)
  return (
    <details className="offing-small-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The record as it came</summary>
      {isOpen && (
        <Loaded query={query} what="the record">
          {({ items }) =>
            items.map(({ version, retrievedAt, content }) => (
              <section key={version} aria-label={`Version ${version}`}>
                <p className="offing-quiet">
                  {items.length > 1 && `Version ${version}, `}retrieved on {dateLabel(retrievedAt)}
                </p>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
                <pre className="offing-scroll offing-inbox__record" tabIndex={0}>
                  {content}
                </pre>
              </section>
            ))
          }
        </Loaded>
      )}
    </details>
  )
}
