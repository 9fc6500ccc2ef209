import { Link } from 'react-router'
import type { EditionSummary } from '../../../api/contract/editions.ts'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import { editionName, warningOf } from './words.ts'

/** What to know before an edition is used: that it is a draft, superseded or withdrawn, and why. Printed with it. */
export function EditionBanner({ edition, level = 2 }: { edition: EditionSummary; level?: 2 | null }) {
  const warning = warningOf(edition)
  if (!warning) return null
  const by = edition.ended?.by
  const kind = edition.state === 'withdrawn' ? 'wrong' : 'warning'
  return (
    <div className={`offing-callout offing-callout--${kind} offing-callout--slim`}>
      {level ? (
        <h2 className="nhsuk-heading-s nhsuk-u-margin-bottom-1">{warning.title}</h2>
      ) : (
        <strong>{warning.title}. </strong>
      )}
      <p>
        {warning.reason && <>Because: {endingWithStop(warning.reason)} </>}
        {warning.text}{' '}
        {by && (
          <Link className="offing-no-print" to={pageLink(pages.edition, { edition: String(by.number) })}>
            Go to {editionName(by)}
          </Link>
        )}
      </p>
    </div>
  )
}

const endingWithStop = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)
