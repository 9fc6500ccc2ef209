import { useForm } from 'react-hook-form'
import type { Edition } from '../../../api/contract/editions.ts'
import { link, paths } from '../../../api/contract/paths.ts'
import { useChecklist } from '../../shared/editions/queries.ts'
import { editionName, referenceOf } from '../../shared/editions/words.ts'
import { DateField, dateFrom, noDate, TextField } from '../../shared/forms/index.ts'
import { ChecklistLines } from '../Checklist.tsx'
import { wrongDay } from '../wrong-day.ts'
import { ActForm } from './ActForm.tsx'

const means = [
  'It gets the next number, and is published at once to everybody who may read editions.',
  'Everything that it is made from is frozen: the panel’s answers under pseudonyms, the texts, evidence and signed reviews, the method, and the result with its ranges.',
  'From then on it never changes. A mistake can only be answered by another edition that supersedes it, or by withdrawing it with a reason.',
]

/** Records by whom a draft was approved, which publishes it. */
export function ApproveStep({ edition }: { edition: Edition }) {
  const form = useForm({ defaultValues: { by: '', meeting: '', on: noDate }, shouldFocusError: false })
  return (
    <ActForm
      edition={edition}
      title={`Publish ${editionName(edition)}?`}
      means={means}
      form={form}
      request={({ by, meeting, on }) => ({
        method: 'POST',
        url: link(paths.editionApprove, { edition: referenceOf(edition) }),
        body: { by, meeting, on: dateFrom(on) },
      })}
      submit="Record the approval and publish"
      said={(after) => `Published as edition ${after?.number}. From now on it never changes.`}
    >
      <Stops edition={edition} />
      <TextField
        name="by"
        label="Approved by"
        hint="A body rather than a person, such as Strategic advisory board. It stands on the edition."
        width={30}
        maxLength={120}
        rules={{ required: 'Enter who approved it' }}
      />
      <TextField
        name="meeting"
        label="At which meeting"
        hint="For example, its meeting of 12 March"
        width={30}
        maxLength={120}
        rules={{ required: 'Enter at which meeting it was approved' }}
      />
      <DateField
        name="on"
        label="On which day"
        hint="For example, 12 3 2026"
        check={wrongDay('Enter the day of the approval as a date: day, month and year')}
      />
    </ActForm>
  )
}

/** What would be refused is said before anybody types. */
function Stops({ edition }: { edition: Edition }) {
  const { data } = useChecklist(referenceOf(edition))
  if (!data || data.stops.length === 0) return null
  return (
    <div className="offing-callout offing-callout--wrong">
      <h2 className="nhsuk-heading-s">It cannot be published yet</h2>
      <ChecklistLines edition={edition} checklist={data} only="stops" />
    </div>
  )
}
