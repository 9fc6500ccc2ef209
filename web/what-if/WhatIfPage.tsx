import './what-if.scss'
import { useMemo } from 'react'
import type { Readings } from '../../api/contract/readings.ts'
import { weigher } from '../../api/ranking/reweigh.ts'
import { useAddress } from '../shared/address.ts'
import { DemonstrationNotice } from '../shared/DemonstrationNotice.tsx'
import { EditionShown } from '../shared/editions/WhichEdition.tsx'
import { LensSelect } from '../shared/LensSelect.tsx'
import { isStatus, useReadings } from '../shared/queries.ts'
import { useRankingFilters, viewOf } from '../shared/ranking-address.ts'
import { Empty } from '../shared/states/Empty.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { NoRanking } from '../shared/states/NoRanking.tsx'
import { useTitle } from '../shared/use-title.ts'
import { WhoAnswered } from '../shared/WhoAnswered.tsx'
import { Mark } from './Mark.tsx'
import { Reweighed } from './Reweighed.tsx'
import { useMovedWeights } from './use-moved-weights.ts'
import { WeightFields } from './WeightFields.tsx'

/** Weights moved, and the ranking that they would give: worked out here, by the server's own rules. Never on paper. */
export default function WhatIfPage() {
  useTitle('What if')
  const query = useReadings(viewOf(useRankingFilters()))
  return (
    <>
      <p className="offing-print-only">
        What-if pages are not printed: these weights are not the method’s. Print the ranking or the radar instead.
      </p>
      <div className="offing-no-print">
        <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-3">What if the criteria weighed differently?</h1>
        {isStatus(query.error, 404) && !query.data ? (
          <NoRanking title="There is no ranking to move weights in yet" why={query.error?.message} />
        ) : (
          <Loaded query={query} what="what technologies are placed by">
            {(readings) => <WhatIf readings={readings} busy={query.isPlaceholderData} />}
          </Loaded>
        )}
      </div>
    </>
  )
}

function WhatIf({ readings, busy }: { readings: Readings; busy: boolean }) {
  const { change } = useAddress()
  const { scan, lens, demonstration, round } = readings
  const weigh = useMemo(() => weigher(readings), [readings])
  const byMethod = useMemo(() => weigh(readings.weights), [weigh, readings])
  const moved = useMovedWeights(readings.weights)
  const ranking = useMemo(() => weigh(moved.weights), [weigh, moved.weights])
  return (
    <div aria-busy={busy || undefined}>
      <p className="offing-quiet nhsuk-u-margin-bottom-1">
        {scan.name}, {scan.startYear} to {scan.endYear}. {lens.name}.
      </p>
      <EditionShown />
      <WhoAnswered ranking={readings} />
      {demonstration && round && <DemonstrationNotice />}
      <div className="offing-filters offing-what-if__lens">
        <LensSelect ranking={readings} onChange={(to) => change({ lens: to })} />
      </div>
      {readings.placeable.length === 0 ? (
        <Empty title="No technology has answers enough to be placed" />
      ) : (
        <>
          <Mark isMoved={moved.isMoved} isWrong={moved.isWrong} onBack={moved.back} />
          <WeightFields
            weights={moved.weights}
            usual={readings.weights}
            withoutReach={readings.lensSize === 1}
            onMove={moved.move}
          />
          <Reweighed ranking={ranking} byMethod={byMethod} isSettled={moved.isSettled} />
        </>
      )}
    </div>
  )
}
