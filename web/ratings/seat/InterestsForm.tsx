import { useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { link, paths } from '../../../api/contract/paths.ts'
import type { Seat } from '../../../api/contract/seats.ts'
import { Checkboxes, Form, SubmitButton, TextArea } from '../../shared/forms/index.ts'
import { keys } from '../../shared/queries.ts'

interface Props {
  seat: Seat
  technologies: readonly { slug: string; name: string }[]
  onDone: () => void
  onCancel: () => void
}

interface Fields {
  statement: string
  technologies: string[]
}

/** A statement, the technologies that it is about, or both. */
export function InterestsForm({ seat, technologies, onDone, onCancel }: Props) {
  const client = useQueryClient()
  const declared = seat.declaration?.technologies ?? []
  const form = useForm<Fields>({
    defaultValues: { statement: seat.declaration?.statement ?? '', technologies: declared.map(({ slug }) => slug) },
  })
  // One that was declared stays to be seen, although this round does not ask about it.
  const all = new Map([...technologies, ...declared].map(({ slug, name }) => [slug, name]))
  const saved = async () => {
    await client.invalidateQueries({ queryKey: [keys.myAnswers] })
    onDone()
  }
  return (
    <Form
      form={form}
      request={({ statement, technologies: chosen }) => ({
        method: 'PUT',
        url: link(paths.myDeclaration, { scan: seat.scan }),
        body: { kind: 'some', statement, technologies: chosen },
        tag: `"${seat.version}"`,
      })}
      onSaved={() => void saved()}
    >
      <TextArea name="statement" label="What they are" hint="At most 2,000 characters." />
      <Checkboxes
        name="technologies"
        label="Which of these are they about? None, if they are general."
        choices={[...all].map(([value, label]) => ({ value, label }))}
        small
      />
      <div className="offing-ways nhsuk-u-margin-bottom-5">
        <SubmitButton>Declare</SubmitButton>
        <button type="button" className="offing-link-button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </Form>
  )
}
