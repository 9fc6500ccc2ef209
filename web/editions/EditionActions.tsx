import { Link } from 'react-router'
import type { Edition } from '../../api/contract/editions.ts'
import { pageLink, pages } from '../../api/contract/paths.ts'
import { useAddress } from '../shared/address.ts'
import { referenceOf } from '../shared/editions/words.ts'
import { actsOn } from './acts/acts.ts'

/** What the scan team can do about an edition, each a step in place of its page. */
export function EditionActions({ edition }: { edition: Edition }) {
  const { linkWith } = useAddress()
  const secondary = 'nhsuk-button nhsuk-button--small nhsuk-button--secondary'
  return (
    <div className="offing-row offing-no-print">
      {edition.state === 'draft' && (
        <Link className={secondary} to={pageLink(pages.editionCover, { edition: referenceOf(edition) })}>
          Change the cover
        </Link>
      )}
      {actsOn(edition).map(({ act, name, isMain }) => (
        <Link key={act} className={isMain ? 'nhsuk-button nhsuk-button--small' : secondary} to={linkWith({ act })}>
          {name} …
        </Link>
      ))}
    </div>
  )
}
