import { Link } from 'react-router'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import type { Swap, Why } from '../../../api/contract/why.ts'
import { textOfWeights } from '../../../api/scans/weights-text.ts'
import { withQuery } from '../../shared/address.ts'
import { useRankingFilters, viewOf } from '../../shared/ranking-address.ts'
import { ordinal } from '../../shared/words.ts'
import { changeInWords } from './words.ts'

/** The smallest change of one weight that takes it past the nearest above, and behind the nearest below. */
export function Swaps({ why: { swaps } }: { why: Why }) {
  return (
    <>
      <h3 className="nhsuk-heading-s">What would change it</h3>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>{swaps.above ? <OneSwap swap={swaps.above} isAbove /> : 'Nothing stands above it.'}</li>
        <li>{swaps.below ? <OneSwap swap={swaps.below} /> : 'Nothing stands below it.'}</li>
      </ul>
      <p className="offing-quiet">
        The smallest change of one weight; the others keep their proportions. How sure the answers are is another
        question: see its range.
      </p>
    </>
  )
}

function OneSwap({ swap: { with: neighbour, change }, isAbove }: { swap: Swap; isAbove?: boolean }) {
  const view = viewOf(useRankingFilters())
  const named = (
    <>
      <Link to={withQuery(pageLink(pages.technology, { technology: neighbour.slug }), view)}>{neighbour.name}</Link> (
      {ordinal(neighbour.place)})
    </>
  )
  if (!change)
    return (
      <>
        No change of a single weight would put it {isAbove ? 'above' : 'below'} {named}.
      </>
    )
  return (
    <>
      It would stand {isAbove ? 'above' : 'below'} {named} if {changeInWords(change)}.{' '}
      <Link
        className="offing-no-print"
        to={withQuery(pages.whatIf, { ...view, weights: textOfWeights(change.weights) })}
      >
        See it<span className="nhsuk-u-visually-hidden"> with {neighbour.name}, as a what-if</span>
      </Link>
    </>
  )
}
