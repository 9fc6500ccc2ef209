import { useState } from 'react'
import { useLocation } from 'react-router'
import type { Standing } from '../../../api/contract/ranking.ts'
import type { Why } from '../../../api/contract/why.ts'
import { useWhy } from '../../shared/queries.ts'
import { useRankingFilters, viewOf } from '../../shared/ranking-address.ts'
import { Loaded } from '../../shared/states/Loaded.tsx'
import { useStandingHere } from '../standing/use-standing-here.ts'
import { Depends } from './Depends.tsx'
import { Swaps } from './Swaps.tsx'

/** Where links lead that ask what would change a place. */
export const restsOnId = 'rests-on'

/** For those who dig: what would change its place, and on what it depends. Asked for when it is opened. */
export function RestsOn({ technology }: { technology: { slug: string } }) {
  const isAskedFor = useLocation().hash === `#${restsOnId}`
  const [isOpen, setOpen] = useState(isAskedFor)
  const standing = useStandingHere(technology).data
  if (!standing?.ranked) return null
  return (
    <section className="offing-section" aria-labelledby={restsOnId}>
      <h2 className="nhsuk-heading-m" id={restsOnId}>
        What its place rests on
      </h2>
      <details className="offing-small-details" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>What would change it, and on whom and what it depends</summary>
        {isOpen && <Reasons technology={technology.slug} raterScale={standing.raterScale} />}
      </details>
    </section>
  )
}

function Reasons({ technology, raterScale }: { technology: string } & Pick<Standing, 'raterScale'>) {
  const query = useWhy(technology, viewOf(useRankingFilters()))
  return (
    <Loaded query={query} what="what its place rests on">
      {(why: Why) => (
        <div className="offing-rests-on" aria-busy={query.isPlaceholderData || undefined}>
          <Swaps why={why} />
          <Depends why={why} isAdjusted={raterScale === 'adjusted'} />
        </div>
      )}
    </Loaded>
  )
}
