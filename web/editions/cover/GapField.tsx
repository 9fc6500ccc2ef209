import { useFormContext } from 'react-hook-form'
import type { Gaps } from '../../../api/contract/editions.ts'
import { gapNames } from '../../shared/editions/words.ts'
import { Radios, TextArea } from '../../shared/forms/index.ts'
import type { CoverFields } from './cover-fields.ts'

const choices = [
  { value: 'no', label: 'Not assessed' },
  { value: 'yes', label: 'Assessed: say what is known' },
]

/** What is known of something that the ranking does not measure. */
export function GapField({ name }: { name: keyof Gaps }) {
  const { watch } = useFormContext<CoverFields>()
  const { assessed } = watch(`gaps.${name}`)
  const label = gapNames[name]
  return (
    <>
      <Radios name={`gaps.${name}.assessed`} label={label} choices={choices} small />
      {assessed !== '' && (
        <div className="offing-cover__beneath">
          <TextArea
            name={`gaps.${name}.text`}
            label={assessed === 'yes' ? `${label}: what is known` : `${label}: why not, or who will (optional)`}
            hint="At most 600 characters."
            rows={3}
          />
        </div>
      )}
    </>
  )
}
