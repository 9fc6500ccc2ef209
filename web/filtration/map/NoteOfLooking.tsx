import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { CoverageNote } from '../../../api/contract/filtration.ts'
import { link, paths } from '../../../api/contract/paths.ts'
import { Form, SubmitButton, TextArea } from '../../shared/forms/index.ts'
import { keys } from '../../shared/queries.ts'
import { useFocusOnChange } from '../../shared/use-focus-on-change.ts'
import { useWrite } from '../../shared/use-write.ts'

interface Props {
  scan: string
  at: { specialism: string; category: string }
  note: CoverageNote | null
}

/** Says that somebody looked, which turns “nothing looked at” into “looked, nothing found”; and takes it back. */
export function NoteOfLooking({ scan, at, note }: Props) {
  const client = useQueryClient()
  const [said, setSaid] = useState('')
  // What was taken back stands in the form again, so that one press puts it back.
  const [taken, setTaken] = useState('')
  const status = useFocusOnChange<HTMLParagraphElement>(said)
  const url = link(paths.coverageNote, { scan, ...at })
  const done = async (what: string) => {
    await client.invalidateQueries({ queryKey: [keys.coverage, scan] })
    setSaid(what)
  }
  return (
    <>
      <p role="status" tabIndex={-1} ref={status} className="offing-step-title">
        {said}
      </p>
      <Write
        key={`${note?.version} ${taken}`}
        url={url}
        note={note}
        start={note?.text ?? taken}
        onSaved={() => void done('Saved. The map says that somebody looked here.')}
      />
      {note && (
        <TakeBack
          url={url}
          note={note}
          onDone={() => {
            setTaken(note.text)
            void done('Taken back. What it said stands below: save it to put it back.')
          }}
        />
      )}
    </>
  )
}

function Write({
  url,
  note,
  start,
  onSaved,
}: {
  url: string
  note: CoverageNote | null
  start: string
  onSaved: () => void
}) {
  const [tag, setTag] = useState(note ? `"${note.version}"` : 'new')
  const [there, setThere] = useState<CoverageNote | null>(null)
  const form = useForm({ defaultValues: { text: start }, shouldFocusError: false })
  return (
    <Form
      form={form}
      request={({ text }) => ({ method: 'PUT', url, tag, body: { text } })}
      onSaved={onSaved}
      onConflict={(current) => {
        const now = current as CoverageNote | null
        setThere(now)
        setTag(now ? `"${now.version}"` : 'new')
      }}
    >
      {there && (
        <div className="offing-callout offing-callout--warning" role="alert">
          <p>
            {there.writtenBy} has written here meanwhile: “{there.text}” Yours is not saved. Save again to put yours in
            its place.
          </p>
        </div>
      )}
      <TextArea
        name="text"
        label={note ? 'Change what was found' : 'You have looked here? Say where, when and what you found'}
        hint="For instance: Looked, nothing found. MHRA list read on 3 March."
        rows={2}
        rules={{ required: 'Say where you looked and what you found' }}
      />
      <SubmitButton>Save</SubmitButton>
    </Form>
  )
}

function TakeBack({ url, note, onDone }: { url: string; note: CoverageNote; onDone: () => void }) {
  const { write, sending, state } = useWrite()
  const [refused, setRefused] = useState('')
  const take = async () => {
    if (sending) return
    const outcome = await write({ method: 'DELETE', url, tag: `"${note.version}"` })
    if (outcome.kind === 'saved') onDone()
    if (outcome.kind === 'refused') setRefused(outcome.problem.detail)
  }
  return (
    <>
      {refused && <p role="alert">{refused}</p>}
      {state === 'not-confirmed' && <p role="alert">Not confirmed. You can safely press again.</p>}
      <button
        type="button"
        className="offing-link-button"
        aria-disabled={sending || undefined}
        onClick={() => void take()}
      >
        Take back that somebody looked
      </button>
    </>
  )
}
