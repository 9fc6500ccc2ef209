import { useFormContext } from 'react-hook-form'
import { criteria, wholeWeight } from '../../../api/scans/method.ts'
import { GroupFrame } from '../../shared/forms/FieldFrame.tsx'
import { TextField } from '../../shared/forms/index.ts'
import { useField } from '../../shared/forms/use-field.ts'
import { criterionNames } from '../../shared/words.ts'
import { basisPointsOf, percentOf } from '../method/percent.ts'
import { type MethodFields, weightsFrom } from './method-fields.ts'

const sumOf = (typed: MethodFields['weights']) => Object.values(weightsFrom(typed)).reduce((a, b) => a + b, 0)

const isPercent = (text: string) =>
  (basisPointsOf(text) ?? wholeWeight + 1) <= wholeWeight || 'Enter each weight in per cent, with at most two decimals'

function sumIsWhole(_: string, { weights }: MethodFields) {
  const sum = sumOf(weights)
  return sum === wholeWeight || `The weights must add up to 100%. They add up to ${percentOf(sum)}%`
}

/** The weights in per cent, two decimals being whole basis points, with their sum as it is typed. */
export function WeightFields() {
  const { register, watch } = useFormContext<MethodFields>()
  const { error } = useField({ name: 'weights.impact' })
  const others = useField({ name: 'weights' }).error
  const sum = sumOf(watch('weights'))
  return (
    <>
      <GroupFrame name="weights" label="Weights, in per cent" error={error ?? others}>
        <div className="offing-weights">
          {criteria.map((criterion, i) => {
            const id = i === 0 ? 'weights' : `weights.${criterion}`
            const rules = i === 0 ? { isPercent, sumIsWhole } : { isPercent }
            return (
              <div key={criterion} className="offing-weights__one">
                <label className="nhsuk-label" htmlFor={id}>
                  {criterionNames[criterion]}
                </label>
                <input
                  id={id}
                  className="nhsuk-input nhsuk-input--width-5"
                  inputMode="decimal"
                  {...register(`weights.${criterion}`, {
                    validate: rules as Record<string, (text: string, fields: MethodFields) => string | true>,
                  })}
                />
              </div>
            )
          })}
        </div>
        <p className="offing-quiet" role="status">
          {sum === wholeWeight ? 'They add up to 100%.' : `They add up to ${percentOf(sum)}%, and must add up to 100%.`}
        </p>
      </GroupFrame>
      <TextField
        name="reachFull"
        label="Fully widespread at this share of specialisms, in per cent"
        hint="A technology that changes this many gets all points for being widespread."
        inputMode="decimal"
        width={5}
        rules={{ validate: isShare }}
      />
    </>
  )
}

function isShare(text: string) {
  const share = basisPointsOf(text)
  return (share !== null && share > 0 && share <= wholeWeight) || 'Enter a share above 0 and at most 100 per cent'
}
