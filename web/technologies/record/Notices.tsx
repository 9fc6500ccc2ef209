import { Link } from 'react-router'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import type { Technology } from '../../../api/contract/technologies.ts'
import { useMay } from '../../shared/account.ts'
import { dateLabel } from '../../shared/words.ts'
import { useNotices } from '../queries.ts'

/** What panel members say is out of date, for whoever reads the inbox. */
export function Notices({ technology }: { technology: Technology }) {
  return useMay('signals.read') ? <Shown technology={technology} /> : null
}

function Shown({ technology: { slug } }: { technology: Technology }) {
  const items = useNotices(slug).data?.items ?? []
  const mayWrite = useMay('technologies.write')
  if (items.length === 0) return null
  return (
    <section className="offing-callout offing-callout--warning" aria-labelledby="notices">
      <h2 className="nhsuk-heading-s" id="notices">
        Panel members say that its stage is out of date
      </h2>
      <ul className="nhsuk-list">
        {items.map(({ id, text, sentBy, specialism, receivedAt }) => (
          <li key={id}>
            “{text}”{' '}
            <span className="offing-quiet">
              {[sentBy, specialism, dateLabel(receivedAt.slice(0, 10))].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
      <p>
        {mayWrite && (
          <>
            <Link to={`${pageLink(pages.changeTechnology, { technology: slug })}#readiness`}>
              Set its stage anew, with the evidence for it
            </Link>
            , then{' '}
          </>
        )}
        <Link to={pages.signals}>{mayWrite ? 'deal with them in the inbox' : 'See them in the inbox'}</Link>.
      </p>
    </section>
  )
}
