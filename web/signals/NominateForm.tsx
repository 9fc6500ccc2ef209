import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { link, paths } from '../../api/contract/paths.ts'
import { type Choice, Form, Select, SubmitButton, TextArea, TextField } from '../shared/forms/index.ts'
import { Done } from '../shared/states/Done.tsx'

interface Props {
  scan: string
  specialisms: Choice[]
}

interface Fields {
  title: string
  text: string
  webAddress: string
  specialism: string
}

const nothing: Fields = { title: '', text: '', webAddress: '', specialism: '' }

/** Tells the scan team of a technology that the scan does not ask about. */
export function NominateForm({ scan, specialisms }: Props) {
  const [sent, setSent] = useState('')
  const form = useForm<Fields>({ defaultValues: { ...nothing, specialism: specialisms[0]?.value ?? '' } })
  return (
    <>
      {sent && (
        <Done key={sent}>
          <p>Thank you. “{sent}” is with the scan team.</p>
        </Done>
      )}
      <Form<Fields, { title: string }>
        form={form}
        request={({ title, text, webAddress, specialism }) => ({
          method: 'POST',
          url: link(paths.signals, {}),
          body: { title, text, webAddress: webAddress.trim() || null, specialism: specialism || null, scan },
        })}
        onSaved={({ title }) => {
          setSent(title)
          form.reset()
        }}
      >
        <TextField name="title" label="What is it?" rules={{ required: 'Enter what it is' }} />
        <TextArea name="text" label="What would it change, and where did you see it? (optional)" />
        <TextField name="webAddress" label="Web address (optional)" />
        {specialisms.length > 1 && <Select name="specialism" label="For which specialism?" choices={specialisms} />}
        <SubmitButton>Send to the scan team</SubmitButton>
      </Form>
    </>
  )
}
