import { link, paths } from '../../api/contract/paths.ts'
import type { Signal, SignalList } from '../../api/contract/signals.ts'
import { withQuery } from '../shared/address.ts'
import { keys, useJson } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { count, dateLabel } from '../shared/words.ts'

/** What panel members expected and did not see, the newest first: for the scan team. */
export function NominationsSection({ scan }: { scan: string }) {
  const query = useJson<SignalList>([keys.signals, scan], withQuery(link(paths.signals, {}), { scan, limit: 200 }))
  return (
    <section className="offing-section" aria-labelledby="nominations">
      <h2 className="nhsuk-heading-m" id="nominations">
        Expected and not seen
      </h2>
      <Loaded query={query} what="what panel members expected">
        {({ items, total }) =>
          total === 0 ? (
            <p>No panel member has named anything yet. They can under My answers.</p>
          ) : (
            <>
              <p className="offing-quiet">
                {count(total, 'nomination')}, newest first
                {items.length < total && `; the last ${items.length} are shown`}.
              </p>
              <ul className="nhsuk-list">
                {items.map((signal) => (
                  <Nomination key={signal.id} signal={signal} />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </section>
  )
}

function Nomination({ signal: { title, text, webAddress, specialism, sentBy, receivedAt } }: { signal: Signal }) {
  return (
    <li>
      <strong>{title}</strong>
      {text && <span className="offing-block">{text}</span>}
      {webAddress && (
        <a className="offing-block" href={webAddress} rel="noopener noreferrer">
          {webAddress}
        </a>
      )}
      <span className="offing-quiet offing-block">
        {sentBy ?? 'Somebody'}
        {specialism && `, ${specialism.name}`}, {dateLabel(receivedAt)}
      </span>
    </li>
  )
}
