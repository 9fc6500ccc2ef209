import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { link, paths } from '../../../api/contract/paths.ts'
import type { Technology } from '../../../api/contract/technologies.ts'
import type { TechnologyNote } from '../../../api/contract/technology-notes.ts'
import { useMay } from '../../shared/account.ts'
import { Form, SubmitButton, TextArea } from '../../shared/forms/index.ts'
import { Loaded } from '../../shared/states/Loaded.tsx'
import { useWrite } from '../../shared/use-write.ts'
import { dateLabel } from '../../shared/words.ts'
import { notesKey, useNotes } from '../queries.ts'

/** What the scan team notes for itself. */
export function Notes({ technology }: { technology: Technology }) {
  return useMay('notes.read') ? <Section slug={technology.slug} /> : null
}

function Section({ slug }: { slug: string }) {
  const mayWrite = useMay('notes.write')
  return (
    <section className="offing-section offing-no-print" aria-labelledby="notes">
      <h2 className="nhsuk-heading-m" id="notes">
        Notes of the scan team
      </h2>
      <p className="offing-quiet">Read by the scan team and administrators alone; in no edition and no file.</p>
      <Loaded query={useNotes(slug)} what="the notes">
        {({ items }) => (
          <ul className="nhsuk-list offing-measure">
            {items.map((note) => (
              <Note key={note.id} slug={slug} note={note} />
            ))}
          </ul>
        )}
      </Loaded>
      {mayWrite && <Write slug={slug} />}
    </section>
  )
}

function Note({ slug, note }: { slug: string; note: TechnologyNote }) {
  const client = useQueryClient()
  const { write, sending } = useWrite()
  const [said, setSaid] = useState('')
  const withdraw = async () => {
    if (sending) return
    const url = link(paths.technologyNote, { technology: slug, note: note.id })
    const outcome = await write({ method: 'DELETE', url })
    if (outcome.kind === 'not-confirmed') return setSaid('Not confirmed. Please try again.')
    if (outcome.kind === 'refused') setSaid(outcome.problem.detail)
    await client.invalidateQueries({ queryKey: notesKey(slug) })
  }
  return (
    <li className="offing-note">
      <p>{note.text}</p>
      <p className="offing-quiet">
        {note.by}, {dateLabel(note.writtenAt.slice(0, 10))}{' '}
        {note.mine && (
          <button type="button" className="offing-link-button" onClick={() => void withdraw()}>
            Withdraw<span className="nhsuk-u-visually-hidden"> this note: {note.text}</span>
          </button>
        )}{' '}
        <span role="alert">{said}</span>
      </p>
    </li>
  )
}

function Write({ slug }: { slug: string }) {
  const client = useQueryClient()
  const form = useForm({ defaultValues: { text: '' }, shouldFocusError: false })
  const saved = async () => {
    form.reset()
    await client.invalidateQueries({ queryKey: notesKey(slug) })
  }
  return (
    <div className="offing-measure">
      <Form
        form={form}
        request={(body) => ({ method: 'POST', url: link(paths.technologyNotes, { technology: slug }), body })}
        onSaved={() => void saved()}
      >
        <TextArea
          name="text"
          label="A note for the team"
          rows={2}
          rules={{ validate: (text: string) => text.trim() !== '' || 'Write the note' }}
        />
        <SubmitButton>Add the note</SubmitButton>
      </Form>
    </div>
  )
}
