import { Link } from 'react-router'
import type { TechnologyHistory } from '../../../api/contract/comparison.ts'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import { withQuery } from '../../shared/address.ts'
import { editionName, referenceOf } from '../../shared/editions/words.ts'
import { dateLabel, listNames, ordinal } from '../../shared/words.ts'

type Item = TechnologyHistory['items'][number]

/** Its place, range and year in each edition, oldest first. */
export function HistoryTable({ items, technology }: { items: Item[]; technology: string }) {
  return (
    <table className="offing-table offing-table--stack">
      <caption className="nhsuk-u-visually-hidden">Place, range and year in each edition</caption>
      <thead>
        <tr>
          <th scope="col">Edition</th>
          <th scope="col">Place</th>
          <th scope="col">Could be anywhere</th>
          <th scope="col">Middle guess</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.edition.id} item={item} technology={technology} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ item, technology }: { item: Item; technology: string }) {
  const { edition, stood, list, of, early, late } = item
  const address = pageLink(pages.technology, { technology })
  const isHeld = list !== 'not-in-scan'
  return (
    <tr>
      <th scope="row">
        {isHeld ? (
          <Link to={withQuery(address, { edition: referenceOf(edition) })}>{editionName(edition)}</Link>
        ) : (
          editionName(edition)
        )}
        <span className="offing-quiet offing-block">{dateLabel(edition.publishedAt ?? '')}</span>
      </th>
      <td data-label="Place">
        {stood ? `${ordinal(stood.place)} of ${of}` : isHeld ? listNames[list] : 'Not in its scan'}
      </td>
      <td data-label="Could be anywhere">
        {stood?.low != null && stood.high !== null
          ? `from ${ordinal(stood.low)} to ${ordinal(stood.high)}`
          : 'Not said'}
      </td>
      <td data-label="Middle guess">
        {stood ? stood.middleYear : 'Not said'}
        {early !== null && late !== null && (
          <span className="offing-quiet offing-block">
            {early} to {late}
          </span>
        )}
      </td>
    </tr>
  )
}
