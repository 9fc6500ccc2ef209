import './changes.scss'
import { Link, useParams } from 'react-router'
import type { Comparison } from '../../../api/contract/comparison.ts'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import { useAddress } from '../../shared/address.ts'
import { DemonstrationNotice } from '../../shared/DemonstrationNotice.tsx'
import { useEditionComparison } from '../../shared/editions/comparison.ts'
import { EditionBanner } from '../../shared/editions/EditionBanner.tsx'
import { editionLabel } from '../../shared/editions/words.ts'
import { isStatus, useAbout } from '../../shared/queries.ts'
import { Empty } from '../../shared/states/Empty.tsx'
import { Loaded } from '../../shared/states/Loaded.tsx'
import { useTitle } from '../../shared/use-title.ts'
import { whatItIsNot } from '../../shared/words.ts'
import { ChangeLists } from './ChangeLists.tsx'
import { ChangesTable } from './ChangesTable.tsx'
import { EditionPickers } from './EditionPickers.tsx'
import { HowMade } from './HowMade.tsx'
import { Progress } from './Progress.tsx'
import { Sums } from './Sums.tsx'

/** Two editions held against each other; which ones stands in the address. */
export default function ChangesPage() {
  useTitle('What changed')
  const { edition = '' } = useParams()
  const other = useAddress().get('with')
  const query = useEditionComparison(edition, other)
  return (
    <article className="offing-changes">
      <Link className="nhsuk-back-link offing-no-print" to={pageLink(pages.edition, { edition })}>
        Edition
      </Link>
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-3">What changed between two editions</h1>
      {isStatus(query.error, 409) || isStatus(query.error, 422) ? (
        <NothingToCompare edition={edition} other={other} why={query.error?.message ?? ''} />
      ) : (
        <Loaded query={query} what="the comparison" missing="edition">
          {(comparison) => <Whole comparison={comparison} isBusy={query.isPlaceholderData} />}
        </Loaded>
      )}
    </article>
  )
}

function NothingToCompare({ edition, other, why }: { edition: string; other: string; why: string }) {
  return (
    <>
      <EditionPickers from={other} to={edition} />
      <Empty title="There is nothing to compare">
        <p>{why}</p>
      </Empty>
    </>
  )
}

function Whole({ comparison, isBusy }: { comparison: Comparison; isBusy: boolean }) {
  const { from, to } = comparison
  const isDemonstration = useAbout().data?.demonstration
  const isTable = useAddress().get('view') === 'table'
  return (
    <div aria-busy={isBusy || undefined}>
      <EditionPickers from={from.id} to={to.id} />
      <p className="offing-print-only">
        {editionLabel(from)}, and {editionLabel(to)}.
      </p>
      <EditionBanner edition={from} />
      <EditionBanner edition={to} />
      {isDemonstration && <DemonstrationNotice />}
      <HowMade comparison={comparison} />
      <Sums comparison={comparison} />
      <Progress chances={comparison.chances} />
      <Views isTable={isTable} />
      {isTable ? <ChangesTable comparison={comparison} /> : <ChangeLists comparison={comparison} />}
      <p className="offing-quiet">{whatItIsNot}</p>
      <p className="offing-quiet offing-no-print">
        To see up to five technologies side by side in one edition, <Link to={pages.compare}>compare technologies</Link>
        .
      </p>
    </div>
  )
}

function Views({ isTable }: { isTable: boolean }) {
  const { linkWith } = useAddress()
  return (
    <p className="offing-no-print">
      <Link to={linkWith({ view: isTable ? null : 'table', sort: null })} preventScrollReset>
        {isTable ? 'Show as lists' : 'Show as one table that can be sorted'}
      </Link>
    </p>
  )
}
