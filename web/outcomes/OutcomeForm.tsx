import { useCallback, useEffect, useRef } from 'react'
import { useForm } from 'react-hook-form'
import { OutcomeRequest } from '../../api/contract/outcomes.ts'
import { link, paths } from '../../api/contract/paths.ts'
import { dateFrom, noDate } from '../shared/forms/DateField.tsx'
import { DateField, Form, SubmitButton, TextArea, TextField } from '../shared/forms/index.ts'
import { useLeaveGuard } from '../shared/use-leave-guard.ts'
import { checkWith } from '../technologies/resolver.ts'
import { useOutcomesChanged } from './use-outcomes-changed.ts'

const noOutcome = { happenedOn: noDate, text: '', sourceTitle: '', sourceUrl: '' }
type Fields = typeof noOutcome

/** A day that is not typed is sent as an empty text, so that the schema refuses that very field. */
const requestOf = ({ happenedOn, text, sourceTitle, sourceUrl }: Fields) => ({
  kind: 'adopted' as const,
  happenedOn: dateFrom(happenedOn) ?? '',
  text,
  sourceTitle,
  sourceUrl: sourceUrl.trim() || null,
})

const check = checkWith<Fields>(OutcomeRequest, requestOf, {
  happenedOn: 'Enter the day on which it happened: day, month and year',
  text: 'Say what the source says',
  sourceTitle: 'Enter the title of the source',
  sourceUrl: 'Enter the web address of the source',
})
const nothing = () => undefined

interface Props {
  technology: string
  onSaved: (what: string) => void
}

/** That a technology has been adopted, on which day, and who says so. */
export function OutcomeForm({ technology, onSaved }: Props) {
  const changed = useOutcomesChanged()
  const form = useForm<Fields>({ defaultValues: noOutcome, resolver: check, shouldFocusError: false })
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useLeaveGuard(form.formState.isDirty, useCallback(nothing, []))
  const saved = async () => {
    await changed()
    onSaved('It is recorded.')
  }
  return (
    <Form
      form={form}
      request={(fields) => ({ method: 'POST', url: link(paths.outcomes, { technology }), body: requestOf(fields) })}
      onSaved={() => void saved()}
    >
      <h3 className="nhsuk-heading-s offing-step-title" tabIndex={-1} ref={heading}>
        Record that it was adopted
      </h3>
      <p className="offing-quiet">
        When it leaves the ranking, comparisons of editions then say “adopted” instead of “dropped”.
      </p>
      <DateField name="happenedOn" label="When did it happen?" hint="The day of the source will do." />
      <TextArea
        name="text"
        label="What the source says"
        hint="By the milestone that the panel was asked about, if you can."
        rows={3}
      />
      <TextField name="sourceTitle" label="Title of the source" />
      <TextField
        name="sourceUrl"
        label="Web address (optional)"
        type="url"
        hint="Begins with http:// or https://"
        spellCheck={false}
      />
      <SubmitButton>Record it</SubmitButton>
    </Form>
  )
}
