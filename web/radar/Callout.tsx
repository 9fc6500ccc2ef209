import type { RankedTechnology } from '../../api/contract/ranking.ts'
import type { Cluster, Mark } from '../../api/radar/layout.ts'
import { ordinal } from '../shared/words.ts'
import { besideStyle } from './beside.ts'

interface Props {
  drawn: Mark<RankedTechnology> | Cluster<RankedTechnology>
  id: string
  width: number
}

/** The name of the mark that is pointed at. Screen readers have it from the mark itself. */
export function Callout({ drawn, id, width }: Props) {
  const technology = 'technology' in drawn ? drawn.technology : drawn.members.find((member) => member.id === id)
  if (!technology) return null
  return (
    <div className="offing-callout-name" style={besideStyle(drawn, width)} aria-hidden="true">
      <strong>{technology.name}</strong>
      <span>
        {ordinal(technology.place)}, {technology.years.middle}
      </span>
    </div>
  )
}
