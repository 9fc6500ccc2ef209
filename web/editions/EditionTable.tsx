import { Link } from 'react-router'
import type { EditionSummary } from '../../api/contract/editions.ts'
import { pageLink, pages } from '../../api/contract/paths.ts'
import { StateTag } from '../shared/editions/StateTag.tsx'
import { editionName, purposeNames, referenceOf, warningOf } from '../shared/editions/words.ts'
import { dateLabel } from '../shared/words.ts'

export function EditionTable({ editions }: { editions: readonly EditionSummary[] }) {
  return (
    <div className="offing-scroll">
      <table className="offing-table offing-table--stack offing-editions">
        <thead>
          <tr>
            <th scope="col">Edition</th>
            <th scope="col">Scan</th>
            <th scope="col">Published</th>
            <th scope="col">Purpose</th>
            <th scope="col">How it stands</th>
          </tr>
        </thead>
        <tbody>
          {editions.map((edition) => (
            <Row key={edition.id} edition={edition} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ edition }: { edition: EditionSummary }) {
  const { scan, round, publishedAt, purpose, state } = edition
  return (
    <tr>
      <th scope="row">
        <Link to={pageLink(pages.edition, { edition: referenceOf(edition) })}>{editionName(edition)}</Link>
      </th>
      <td data-label="Scan">
        {scan.name}, as of round {round}
      </td>
      <td data-label="Published">{publishedAt ? dateLabel(publishedAt) : 'Not yet'}</td>
      <td data-label="Purpose">{purposeNames[purpose]}</td>
      <td data-label="How it stands">
        <StateTag state={state} />
        <Since edition={edition} />
      </td>
    </tr>
  )
}

/** What became of it, and why. */
function Since({ edition }: { edition: EditionSummary }) {
  const warning = warningOf(edition)
  if (!warning) return null
  const what = edition.state === 'draft' ? warning.text : `${warning.title}, because: ${warning.reason}`
  return <span className="offing-quiet offing-block">{what}</span>
}
