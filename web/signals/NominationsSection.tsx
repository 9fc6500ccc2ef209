import { Link } from 'react-router'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import type { Signal, SignalList } from '../../api/contract/signals.ts'
import { withQuery } from '../shared/address.ts'
import { keys, useJson } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { count, dateLabel } from '../shared/words.ts'

/** What panel members expected and did not see, or hold to be out of date, the newest first: for the scan team. */
export function NominationsSection({ scan }: { scan: string }) {
  const query = useJson<SignalList>([keys.signals, scan], withQuery(link(paths.signals, {}), { scan, limit: 200 }))
  return (
    <section className="offing-section" aria-labelledby="nominations">
      <h2 className="nhsuk-heading-m" id="nominations">
        What the panel tells you
      </h2>
      <p>
        <Link to={withQuery(pages.signals, { scan, state: 'all' })}>Deal with it in the inbox</Link>
      </p>
      <Loaded query={query} what="what panel members say">
        {({ items, total }) =>
          total === 0 ? (
            <p>
              Nobody has named a technology that is missing, or a stage of development that is out of date. Panel
              members can under My answers.
            </p>
          ) : (
            <>
              <p className="offing-quiet">
                {count(total, 'message')}, newest first
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

function Nomination({ signal }: { signal: Signal }) {
  const { title, text, webAddress, technology, specialism, sentBy, receivedAt } = signal
  return (
    <li>
      {technology ? (
        <strong>
          Stage out of date?{' '}
          <Link to={pageLink(pages.technology, { technology: technology.slug })}>{technology.name}</Link>
        </strong>
      ) : (
        <strong>{title}</strong>
      )}
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
