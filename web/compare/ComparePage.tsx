import './compare.scss'
import type { Ranking } from '../../api/contract/ranking.ts'
import { useAddress } from '../shared/address.ts'
import { DemonstrationNotice } from '../shared/DemonstrationNotice.tsx'
import { LatestChanges } from '../shared/editions/LatestChanges.tsx'
import { EditionShown } from '../shared/editions/WhichEdition.tsx'
import { LensSelect } from '../shared/LensSelect.tsx'
import { isStatus } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { NoRanking } from '../shared/states/NoRanking.tsx'
import { useTitle } from '../shared/use-title.ts'
import { WhoAnswered } from '../shared/WhoAnswered.tsx'
import { Comparison } from './Comparison.tsx'
import { NothingChosen } from './NothingChosen.tsx'
import { Picker } from './Picker.tsx'
import { useChosen, useComparison } from './use-compared.ts'

/** Up to five technologies side by side; which ones, and through which lens, is in the address. */
export default function ComparePage() {
  useTitle('Compare')
  const { chosen } = useChosen()
  const query = useComparison(chosen)
  return (
    <>
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-3">Compare technologies</h1>
      {isStatus(query.error, 404) && !query.data ? (
        <NoRanking title="There is no ranking to compare in yet" why={query.error?.message} />
      ) : (
        <Loaded query={query} what="the comparison">
          {(ranking) => <ComparisonView ranking={ranking} chosen={chosen} busy={query.isPlaceholderData} />}
        </Loaded>
      )}
    </>
  )
}

function ComparisonView({ ranking, chosen, busy }: { ranking: Ranking; chosen: string[]; busy: boolean }) {
  const { change } = useAddress()
  const { scan } = ranking
  return (
    <div className="offing-compare" aria-busy={busy || undefined}>
      <p className="offing-quiet nhsuk-u-margin-bottom-1">
        {scan.name}, {scan.startYear} to {scan.endYear}. {ranking.lens.name}.
      </p>
      <EditionShown />
      <WhoAnswered ranking={ranking} />
      {ranking.demonstration && ranking.round && <DemonstrationNotice />}
      <div className="offing-compare__controls offing-filters offing-no-print">
        <LensSelect ranking={ranking} onChange={(lens) => change({ lens })} />
        <Picker />
      </div>
      {chosen.length === 0 ? (
        <NothingChosen ranking={ranking} />
      ) : (
        <Comparison ranking={ranking} chosen={chosen} busy={busy} />
      )}
      <LatestChanges />
    </div>
  )
}
