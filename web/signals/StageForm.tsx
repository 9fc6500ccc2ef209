import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { link, paths } from '../../api/contract/paths.ts'
import { Form, SubmitButton, TextArea, TextField } from '../shared/forms/index.ts'
import { Done } from '../shared/states/Done.tsx'

interface Props {
  scan: string
  specialism: string
  technology: { slug: string; name: string }
}

interface Fields {
  text: string
  webAddress: string
}

/** Tells the scan team that a technology has moved on since its stage of development was set. */
export function StageForm({ scan, specialism, technology }: Props) {
  const [isSent, setSent] = useState(false)
  const form = useForm<Fields>({ defaultValues: { text: '', webAddress: '' } })
  if (isSent)
    return (
      <Done>
        <p>Thank you. The scan team will look at it. Within this scan the stage stays as it is.</p>
      </Done>
    )
  return (
    <Form<Fields, unknown>
      form={form}
      request={({ text, webAddress }) => ({
        method: 'POST',
        url: link(paths.signals, {}),
        body: {
          ...{ title: `Stage of ${technology.name}`.slice(0, 120), text, webAddress: webAddress.trim() || null },
          ...{ scan, specialism, technology: technology.slug },
        },
      })}
      onSaved={() => setSent(true)}
    >
      <TextArea
        name="text"
        label="What has changed, and how do you know?"
        rules={{ required: 'Say what has changed, and how you know' }}
      />
      <TextField name="webAddress" label="Web address (optional)" />
      <SubmitButton>Send to the scan team</SubmitButton>
    </Form>
  )
}
