import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { DiscussionItem } from '../../api/contract/panel-view.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { DiscussionNote, Round } from '../../api/contract/rounds.ts'
import { useMay } from '../shared/account.ts'
import { Form, SubmitButton, TextArea } from '../shared/forms/index.ts'
import { keys } from '../shared/queries.ts'
import { useFocusOnChange } from '../shared/use-focus-on-change.ts'

/** The note of the discussion, kept with the item: panel members read it in the next round. */
export function NoteForm({ round, item }: { round: Round; item: DiscussionItem }) {
  const may = useMay('discussion.write')
  const { note } = item
  const [saved, setSaved] = useState(0)
  // The form begins anew with each version, so what it says of itself stands outside it.
  const status = useFocusOnChange<HTMLParagraphElement>(saved)
  return (
    <>
      {note?.text && (
        <>
          <h3 className="nhsuk-heading-s">Note of the discussion</h3>
          <p className="offing-sheet__note">{note.text}</p>
        </>
      )}
      <p className="offing-step-title" role="status" tabIndex={-1} ref={status}>
        {saved > 0 && 'The note is saved.'}
      </p>
      {may && <Write key={note?.version ?? 0} round={round} item={item} onSaved={({ version }) => setSaved(version)} />}
    </>
  )
}

interface WriteProps {
  round: Round
  item: DiscussionItem
  onSaved: (note: DiscussionNote) => void
}

function Write({ round, item, onSaved }: WriteProps) {
  const { technology, note } = item
  // Several sheets stand on one page, and a field's name is its id.
  const field = `note-${technology.slug}`
  const form = useForm<Record<string, string>>({
    defaultValues: { [field]: note?.text ?? '' },
    shouldFocusError: false,
  })
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
          onSaved={(now: DiscussionNote) => {
            onSaved(now)
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
      </div>
    </details>
  )
}
