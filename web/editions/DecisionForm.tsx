import { useEffect, useRef } from 'react'
import { useForm } from 'react-hook-form'
import type { Edition } from '../../api/contract/editions.ts'
import { link, paths } from '../../api/contract/paths.ts'
import { useAccount } from '../shared/account.ts'
import { useEditionsChanged } from '../shared/editions/queries.ts'
import { referenceOf } from '../shared/editions/words.ts'
import {
  Clashes,
  DateField,
  type DateParts,
  dateFrom,
  datePartsOf,
  Form,
  SubmitButton,
  startOf,
  TextArea,
  TextField,
  useVersion,
} from '../shared/forms/index.ts'
import { wrongDay } from './wrong-day.ts'

interface Fields {
  text: string
  meeting: string
  on: DateParts
}

const versionOf = ({ decision, version }: Edition) => ({
  tag: `"${version}"`,
  fields: {
    text: decision?.text ?? '',
    meeting: decision?.meeting ?? '',
    on: datePartsOf(decision?.on ?? null),
  },
})
const labels = { text: 'What was decided', meeting: 'At which meeting', on: 'On which day' }

interface Props {
  edition: Edition
  onClose: (said: string) => void
}

/** Takes down what a meeting decided. Two people who do so at once see each other's words before anything is overwritten. */
export function DecisionForm({ edition, onClose }: Props) {
  const key = `decision ${useAccount().account.id} ${edition.id}`
  const present = versionOf(edition)
  const form = useForm<Fields>({ defaultValues: startOf(key, present), shouldFocusError: false })
  const { tag, decision, conflict, take, letGo } = useVersion(key, form, present)
  const changed = useEditionsChanged()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [])
  const saved = async () => {
    letGo()
    await changed()
    onClose('The decision is recorded.')
  }
  const cancel = () => {
    letGo()
    onClose('')
  }
  return (
    <div className="offing-card offing-measure offing-no-print" ref={box}>
      {decision && (
        <Clashes
          what="the decision"
          {...decision}
          labels={labels}
          inWords={(_, value) => inWords(value)}
          onTake={take}
        />
      )}
      <Form
        form={form}
        request={({ text, meeting, on }) => ({
          method: 'PUT',
          url: link(paths.editionDecision, { edition: referenceOf(edition) }),
          body: { text, meeting, on: dateFrom(on) },
          tag,
        })}
        onSaved={() => void saved()}
        onConflict={(current) => conflict(versionOf(current as Edition))}
      >
        <TextArea name="text" label={labels.text} rows={4} rules={{ required: 'Enter what was decided' }} />
        <TextField
          name="meeting"
          label={labels.meeting}
          width={30}
          maxLength={120}
          rules={{ required: 'Enter at which meeting it was decided' }}
        />
        <DateField
          name="on"
          label={labels.on}
          hint="For example, 12 3 2026"
          check={wrongDay('Enter the day of the meeting as a date: day, month and year')}
        />
        <div className="offing-row offing-form-end">
          <SubmitButton>Record the decision</SubmitButton>
          <button type="button" className="offing-link-button" onClick={cancel}>
            Cancel
          </button>
        </div>
      </Form>
    </div>
  )
}

const inWords = (value: Fields[keyof Fields]) =>
  typeof value === 'string' ? value : [value.day, value.month, value.year].filter(Boolean).join(' ')
