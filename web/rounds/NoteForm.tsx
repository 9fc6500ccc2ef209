import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { DiscussionItem } from '../../api/contract/panel-view.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { DiscussionNote, Round } from '../../api/contract/rounds.ts'
import { useMay } from '../shared/account.ts'
import { Form, SubmitButton, TextArea } from '../shared/forms/index.ts'
import { keys } from '../shared/queries.ts'

/** The note of the discussion, kept with the item: panel members read it in the next round. */
export function NoteForm({ round, item }: { round: Round; item: DiscussionItem }) {
  const may = useMay('discussion.write')
  const { note } = item
  return (
    <>
      {note?.text && (
        <>
          <h3 className="nhsuk-heading-s">Note of the discussion</h3>
          <p className="offing-sheet__note">{note.text}</p>
        </>
      )}
      {may && <Write key={note?.version ?? 0} round={round} item={item} />}
    </>
  )
}

function Write({ round, item }: { round: Round; item: DiscussionItem }) {
  const { technology, note } = item
  // Several sheets stand on one page, and a field's name is its id.
  const field = `note-${technology.slug}`
  const form = useForm<Record<string, string>>({
    defaultValues: { [field]: note?.text ?? '' },
    shouldFocusError: false,
  })
  const [said, setSaid] = useState('')
  const client = useQueryClient()
  return (
    <details className="nhsuk-details offing-no-print">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          {note?.text ? 'Change the note' : 'Write a note'}
          <span className="nhsuk-u-visually-hidden"> on {technology.name}</span>
        </span>
      </summary>
      <div className="nhsuk-details__text">
        <Form
          form={form}
          request={(values) => ({
            method: 'PUT',
            url: link(paths.discussionNote, { round: round.id, technology: technology.slug }),
            tag: note ? `"${note.version}"` : 'new',
            body: { text: values[field] },
          })}
          pointers={{ '/text': field }}
          onSaved={(_: DiscussionNote) => {
            setSaid('Saved.')
            void client.invalidateQueries({ queryKey: [keys.scan, 'discussion', round.id] })
          }}
        >
          <TextArea
            name={field}
            label="What was said"
            hint="Without names. Panel members read it with the item in the next round."
          />
          <SubmitButton>Save the note</SubmitButton>
        </Form>
        <p role="status">{said}</p>
      </div>
    </details>
  )
}
