import { Arrival } from './Arrival.tsx'
import { Impact } from './Impact.tsx'
import type { Placed } from './placed.ts'
import { ScoreApart } from './ScoreApart.tsx'
import { useStandingHere } from './use-standing-here.ts'

/** What its place is made of. Whether it could be loaded is said where its place stands. */
export function Figures({ technology }: { technology: Placed }) {
  const standing = useStandingHere(technology).data
  if (!standing?.round) return null
  const { ranked } = standing
  return (
    <div className="offing-figures">
      {ranked && <ScoreApart standing={standing} ranked={ranked} technology={technology} />}
      <div>
        <Impact standing={standing} />
        {ranked && <Arrival standing={standing} ranked={ranked} milestone={technology.milestone} />}
      </div>
    </div>
  )
}
