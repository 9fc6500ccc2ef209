import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Signal } from '../../api/contract/signals.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useSuggestions } from './queries.ts'

interface Props {
  signal: Signal
  onLink: ((technology: string) => void) | null
}

/** Technologies that the signal may be about, each with its reasons. Nothing follows from them until somebody presses. */
export function Suggestions({ signal, onLink }: Props) {
  const query = useSuggestions(signal.id)
  return (
    <section aria-labelledby="suggestions">
      <h3 className="nhsuk-heading-s" id="suggestions">
        It may be about
      </h3>
      <Loaded query={query} what="the suggestions">
        {({ items, likelihood }) => (
          <>
            {items.length === 0 && <p>No technology in the registry is like it.</p>}
            <ul className="nhsuk-list">
              {items.map(({ technology: { slug, name }, reasons }) => (
                <li key={slug}>
                  <Link to={pageLink(pages.technology, { technology: slug })}>{name}</Link>{' '}
                  {onLink && !signal.technologies.some((one) => one.slug === slug) && (
                    <button type="button" className="offing-link-button offing-no-print" onClick={() => onLink(slug)}>
                      Link to it<span className="nhsuk-u-visually-hidden">: {name}</span>
                    </button>
                  )}
                  <span className="offing-quiet offing-block">{reasons.join(' ')}</span>
                </li>
              ))}
            </ul>
            {likelihood.reasons.length > 0 && (
              <p className="offing-quiet">
                How likely it is to be of use: {likelihood.percent} in 100, for putting in order only.{' '}
                {likelihood.reasons.join(' ')}
              </p>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}
