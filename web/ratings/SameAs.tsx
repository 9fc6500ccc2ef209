import type { Queue } from '../../api/contract/ratings.ts'
import { inWords } from './answer-fields.ts'
import type { Item } from './sitting.ts'

interface Props {
  /** The same technology for another of the reader's specialisms, answered in this round. */
  other: Item
  bands: Queue['bands']
  onSame: () => void
}

/** Gives for this specialism the answer given for another. */
export function SameAs({ other, bands, onSame }: Props) {
  return (
    <p className="offing-same">
      <button type="button" className="nhsuk-button nhsuk-button--small nhsuk-button--secondary" onClick={onSame}>
        Same as {other.specialism.name}: {inWords(other.answer!, bands)}
        <span className="offing-key offing-key--in-button" aria-hidden="true">
          M
        </span>
      </button>
    </p>
  )
}
