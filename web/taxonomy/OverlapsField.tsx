import { useFormContext } from 'react-hook-form'
import type { Taxon } from '../../api/contract/taxonomy.ts'
import { Checkboxes } from '../shared/forms/index.ts'
import { count } from '../shared/words.ts'
import type { TaxonFields } from './taxon-fields.ts'

/** Which specialisms do much of the same work, so that a scan says who is asked twice. */
export function OverlapsField({ taxa }: { taxa: readonly Taxon[] }) {
  const chosen = useFormContext<TaxonFields>().watch('overlapsWith')
  return (
    <details className="nhsuk-details offing-small-details" open={chosen.length > 0 || undefined}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          Overlaps with {chosen.length === 0 ? 'no other specialism' : count(chosen.length, 'other specialism')}
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <Checkboxes
          name="overlapsWith"
          label="Specialisms that do much of the same work"
          hint="A scan that asks both says so before its round opens."
          choices={taxa.map(({ slug, content }) => ({ value: slug, label: content.name }))}
          small
        />
      </div>
    </details>
  )
}
