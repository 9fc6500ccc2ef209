import type { Ranking } from '../../api/contract/ranking.ts'
import { cannotTellApart, raterScaleNames } from './marker-words.ts'

/** Where a ranking allows for strict and generous markers, and for which specialisms it cannot; nothing where it does neither. */
export function Markers({ ranking: { raterScale, oneMember, lens } }: { ranking: MarkersOf }) {
  const isOne = lens.kind === 'specialism'
  if (raterScale === 'raw' && !(isOne && oneMember.length > 0)) return null
  return (
    <p className="offing-quiet">
      {raterScale === 'adjusted' && <strong>{raterScaleNames.adjusted}. </strong>}
      {oneMember.length > 0 && cannotTellApart(oneMember)}
    </p>
  )
}

type MarkersOf = Pick<Ranking, 'raterScale' | 'oneMember' | 'lens'>
