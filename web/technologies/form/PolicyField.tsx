import { useFormContext } from 'react-hook-form'
import type { PolicyFrame } from '../../../api/contract/policy.ts'
import { count } from '../../shared/words.ts'
import { usePolicyFrames } from '../queries.ts'
import type { TechnologyFields } from '../technology-fields.ts'

/** The items of national policy that a technology serves, frame by frame, folded away. */
export function PolicyField() {
  const frames = usePolicyFrames().data?.items ?? []
  const chosen = useFormContext<TechnologyFields>().watch('policyItems')
  if (frames.length === 0) return null
  return (
    <details className="nhsuk-details">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          National policy that it serves (optional){chosen.length > 0 && `: ${count(chosen.length, 'item')} chosen`}
        </span>
      </summary>
      <div className="nhsuk-details__text">
        {frames.map((frame) => (
          <Frame key={frame.slug} frame={frame} />
        ))}
      </div>
    </details>
  )
}

function Frame({ frame }: { frame: PolicyFrame }) {
  const { register } = useFormContext<TechnologyFields>()
  return (
    <fieldset className="nhsuk-fieldset nhsuk-u-margin-bottom-4">
      <legend className="nhsuk-fieldset__legend">{frame.question}</legend>
      <p className="nhsuk-hint">
        {frame.name}, after {frame.source}. {frame.note}
      </p>
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
        {frame.items.map(({ slug, name, meaning }) => (
          <div className="nhsuk-checkboxes__item" key={slug}>
            <input
              className="nhsuk-checkboxes__input"
              type="checkbox"
              id={`policy-${slug}`}
              value={slug}
              aria-describedby={`policy-${slug}-meaning`}
              {...register('policyItems')}
            />
            <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`policy-${slug}`}>
              {name}
            </label>
            <div className="nhsuk-hint nhsuk-checkboxes__hint" id={`policy-${slug}-meaning`}>
              {meaning}
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
