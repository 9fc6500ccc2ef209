import { useEffect, useRef } from 'react'
import { useFormContext } from 'react-hook-form'
import type { MethodVersion } from '../../../api/contract/method.ts'
import { DateField, type DateParts, dateFrom, isDay, Radios, TextField } from '../../shared/forms/index.ts'
import { changesRule, type MethodFields } from './method-fields.ts'

interface Props {
  version: MethodVersion
  present: MethodFields
}

/** Who approved the method, where and when. An approval belongs to its version: a change of the rule takes it off. */
export function ApprovalFields({ version, present }: Props) {
  const { watch, setValue } = useFormContext<MethodFields>()
  const isChanged = changesRule(watch(), present)
  const lost = version.approval !== null && isChanged
  const wasLost = useRef(false)
  useEffect(() => {
    if (lost && !wasLost.current) setValue('approved', 'no')
    wasLost.current = lost
  }, [lost, setValue])
  return (
    <>
      <Radios
        name="approved"
        label="Has this method been approved?"
        choices={[
          { value: 'no', label: 'Not yet' },
          { value: 'yes', label: 'Yes' },
        ]}
        small
      />
      {lost && (
        <p role="status">
          The approval of version {version.version} does not cover what you have changed. Choose “Yes” only if the
          changed method was approved.
        </p>
      )}
      {watch('approved') === 'yes' && <WhoApproved />}
    </>
  )
}

function WhoApproved() {
  return (
    <>
      <TextField
        name="approval.by"
        label="Approved by"
        hint="A body rather than a person, such as Strategic advisory board. Everybody who sees the scan sees it."
        width={30}
        rules={{ required: 'Enter who approved the method' }}
      />
      <TextField
        name="approval.meeting"
        label="At which meeting"
        hint="For example, its meeting of 12 March"
        width={30}
        rules={{ required: 'Enter at which meeting it was approved' }}
      />
      <DateField name="approval.on" label="On which day" hint="For example, 12 3 2026" check={wrongDay} />
    </>
  )
}

const wrongDay = (parts: DateParts) =>
  isDay(dateFrom(parts) ?? '') ? undefined : 'Enter the day of the approval as a date: day, month and year'
