import { useFormContext } from 'react-hook-form'
import type { Specialism } from '../../../api/contract/technologies.ts'
import { TextField } from '../../shared/forms/index.ts'
import { BroadWarning } from '../record/Broad.tsx'
import type { TechnologyFields } from '../technology-fields.ts'

/** Why each chosen specialism is likely to be affected, in a few words. */
export function ReasonFields({ specialisms, parts }: { specialisms: readonly Specialism[]; parts: number }) {
  const { watch } = useFormContext<TechnologyFields>()
  const [chosen, reasons] = watch(['specialisms', 'specialismReasons'])
  const said = Object.values(reasons).some(Boolean)
  return (
    <>
      <BroadWarning parts={parts} specialisms={chosen.length} />
      {chosen.length > 0 && (
        <details className="nhsuk-details" open={said || undefined}>
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">Why is each likely to be affected? (optional)</span>
          </summary>
          <div className="nhsuk-details__text">
            {specialisms
              .filter(({ slug }) => chosen.includes(slug))
              .map(({ slug, name }) => (
                <TextField key={slug} name={`specialismReasons.${slug}`} label={name} maxLength={300} />
              ))}
          </div>
        </details>
      )}
    </>
  )
}
