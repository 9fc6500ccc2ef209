import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Signal } from '../../api/contract/signals.ts'
import { exitReasonNames } from '../../api/filtration/words.ts'
import { useFocusOnChange } from '../shared/use-focus-on-change.ts'
import { dateLabel } from '../shared/words.ts'
import { RawRecord } from './RawRecord.tsx'
import { SignalFacts } from './SignalFacts.tsx'
import { Suggestions } from './Suggestions.tsx'
import { webLink } from './words.ts'

interface Props {
  signal: Signal
  /** Opens linking to a technology (slug); null for who may not. */
  onLink: ((technology: string) => void) | null
  children: ReactNode
}

/** The id of the heading of the signal that is shown. */
export const signalHeading = 'signal-title'

/** One signal, as it came: whatever stands in it is text. */
export function SignalView({ signal, onLink, children }: Props) {
  const heading = useFocusOnChange<HTMLHeadingElement>(signal.id)
  const { title, text, webAddress, technology } = signal
  return (
    <article aria-labelledby={signalHeading}>
      <h2 className="nhsuk-heading-m" id={signalHeading} tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <Verdict signal={signal} />
      {children}
      {technology && (
        <p>
          It says that the stage of development of{' '}
          <Link to={pageLink(pages.technology, { technology: technology.slug })}>{technology.name}</Link> is out of
          date.
        </p>
      )}
      {text && <p className="offing-inbox__text">{text}</p>}
      {webLink(webAddress) ? (
        <p>
          <a href={webLink(webAddress)} target="_blank" rel="noopener noreferrer">
            {webAddress} (opens in a new tab)
          </a>
        </p>
      ) : (
        webAddress && <p>{webAddress}</p>
      )}
      <SignalFacts signal={signal} />
      <Suggestions signal={signal} onLink={onLink} />
      {signal.records > 0 && <RawRecord key={signal.id} signal={signal.id} />}
    </article>
  )
}

/** What became of it, by whom and when. */
function Verdict({ signal }: { signal: Signal }) {
  const { state, reason, note, triagedBy, triagedAt, technologies } = signal
  if (state === 'unread') return null
  const by = `${triagedBy ?? 'somebody'}, ${triagedAt ? dateLabel(triagedAt) : ''}`
  return (
    <p className="offing-callout offing-callout--slim">
      {state === 'dismissed' ? (
        <>
          <strong>Dismissed: {reason && exitReasonNames[reason].toLowerCase()}</strong> ({by}). {note}
        </>
      ) : (
        <>
          <strong>Linked</strong> to{' '}
          {technologies.map(({ slug, name }, i) => (
            <span key={slug}>
              {i > 0 && ', '}
              <Link to={pageLink(pages.technology, { technology: slug })}>{name}</Link>
            </span>
          ))}{' '}
          ({by}).
        </>
      )}
    </p>
  )
}
