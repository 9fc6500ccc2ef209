import '../technologies/technology.scss'
import { useTechnology } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { EvidenceItem } from '../technologies/evidence/EvidenceItem.tsx'
import { newestFirst } from '../technologies/evidence/order.ts'

/** What is known of a technology, each fact with its date and source, newest first. */
export function EvidenceList({ technology }: { technology: string }) {
  return (
    <Loaded query={useTechnology(technology)} what="the evidence" missing="technology">
      {({ value: { evidence } }) =>
        evidence.length === 0 ? (
          <p>None has been entered yet.</p>
        ) : (
          <ul className="offing-evidence">
            {newestFirst(evidence).map((one) => (
              <EvidenceItem key={one.id} evidence={one} />
            ))}
          </ul>
        )
      }
    </Loaded>
  )
}
