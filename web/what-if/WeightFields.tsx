import { type Criterion, criteria, type Weights } from '../../api/scans/method.ts'
import { criterionNames } from '../shared/words.ts'
import { WeightField } from './WeightField.tsx'

interface Props {
  weights: Weights
  usual: Weights
  /** One specialism is looked at by itself. */
  withoutReach: boolean
  onMove: (criterion: Criterion, to: number) => void
}

/** One weight for each criterion: 100% in all, whatever is moved. */
export function WeightFields({ weights, usual, withoutReach, onMove }: Props) {
  return (
    <fieldset className="offing-weights">
      <legend className="nhsuk-u-visually-hidden">Weights, 100% in all</legend>
      {criteria.map((criterion) => (
        <WeightField
          key={criterion}
          name={criterionNames[criterion]}
          weight={weights[criterion]}
          usual={usual[criterion]}
          note={
            withoutReach && criterion === 'reach'
              ? 'Carries no weight for one specialism: the other three keep their proportions.'
              : undefined
          }
          onMove={(to) => onMove(criterion, to)}
        />
      ))}
    </fieldset>
  )
}
