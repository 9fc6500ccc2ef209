import { DateField, TextArea, TextField } from '../../shared/forms/index.ts'
import type { PickedFrom } from './picked-from.ts'
import { TechnologyPicker } from './TechnologyPicker.tsx'

interface Props {
  at: number
  of: number
  from: PickedFrom
  onRemove: () => void
  onMove: (to: number) => void
}

/** One recommendation, with ways to move it up, down and off the list. */
export function RecommendationRow({ at, of, from, onRemove, onMove }: Props) {
  const under = `recommendations.${at}`
  const number = at + 1
  const named = <span className="nhsuk-u-visually-hidden"> recommendation {number}</span>
  return (
    <section className="offing-recommendation" aria-labelledby={`recommendation-${at}`}>
      <div className="offing-row">
        <h3 className="nhsuk-heading-s" id={`recommendation-${at}`} tabIndex={-1}>
          Recommendation {number}
        </h3>
        {at > 0 && (
          <button type="button" className="offing-link-button" onClick={() => onMove(at - 1)}>
            Move up{named}
          </button>
        )}
        {number < of && (
          <button type="button" className="offing-link-button" onClick={() => onMove(at + 1)}>
            Move down{named}
          </button>
        )}
        <button type="button" className="offing-link-button" onClick={onRemove}>
          Remove{named}
        </button>
      </div>
      <TextArea
        name={`${under}.text`}
        label="What do you recommend?"
        hint="Begin with what to do. At most 600 characters."
        rows={3}
      />
      <TechnologyPicker name={`${under}.technologies`} from={from} />
      <TextField name={`${under}.owner`} label="Who sees to it?" hint="A post or a body." width={30} maxLength={120} />
      <DateField name={`${under}.by`} label="By when?" hint="For example, 31 3 2027" />
    </section>
  )
}
