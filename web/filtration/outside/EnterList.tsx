import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link } from 'react-router'
import type { OutsideList } from '../../../api/contract/outside-lists.ts'
import { link, pages, paths } from '../../../api/contract/paths.ts'
import { listOfText, type ReadList } from '../../../api/filtration/outside/list.ts'
import {
  DateField,
  dateFrom,
  Form,
  isDay,
  noDate,
  SubmitButton,
  TextArea,
  TextField,
} from '../../shared/forms/index.ts'
import { keys } from '../../shared/queries.ts'
import { useTitle } from '../../shared/use-title.ts'
import { ListFile } from './ListFile.tsx'
import { ListPreview } from './ListPreview.tsx'

const nothing = { name: '', sourceTitle: '', sourceUrl: '', listedOn: noDate, pasted: '' }

/** Enters a list, pasted or from a file; what it was read as is shown before. */
export function EnterList({ onEntered }: { onEntered: (list: string) => void }) {
  useTitle('Hold a list against the registry')
  const client = useQueryClient()
  const form = useForm({ defaultValues: nothing, shouldFocusError: false })
  const [file, setFile] = useState<ReadList | null>(null)
  const pasted = form.watch('pasted')
  const read = file ?? (pasted.trim() === '' ? null : listOfText(pasted))
  return (
    <>
      <h1 className="nhsuk-heading-l">Hold a list against the registry</h1>
      <Form<typeof nothing, OutsideList>
        form={form}
        request={({ name, sourceTitle, sourceUrl, listedOn, pasted: text }) => {
          const list = file ?? listOfText(text)
          const items = 'items' in list ? list.items.map(({ row: _, ...item }) => item) : []
          const body = { name, sourceTitle, sourceUrl: sourceUrl.trim() || null, listedOn: dateFrom(listedOn), items }
          return { method: 'POST', url: link(paths.outsideLists, {}), body }
        }}
        pointers={{ '/items': 'pasted' }}
        onRefused={(problem) => {
          if (problem.status !== 409) return false
          form.setError('name', { type: 'server', message: problem.detail })
          return true
        }}
        onSaved={(list) => {
          void client.invalidateQueries({ queryKey: [keys.outsideLists] })
          onEntered(list.id)
        }}
      >
        <TextField
          name="name"
          label="What do you call this list?"
          hint="For instance: MHRA innovative devices, March 2026"
          rules={{ required: 'Enter what you call this list' }}
        />
        <TextField name="sourceTitle" label="Who made it?" rules={{ required: 'Enter who made it' }} />
        <TextField name="sourceUrl" label="Web address (optional)" />
        <DateField
          name="listedOn"
          label="Of which day is it? (optional)"
          check={(date) => (dateFrom(date) === null || isDay(dateFrom(date)!) ? undefined : 'Enter a day that exists')}
        />
        {file ? (
          <p>
            The names come from the file.{' '}
            <button type="button" className="offing-link-button" onClick={() => setFile(null)}>
              Paste them instead
            </button>
          </p>
        ) : (
          <TextArea
            name="pasted"
            label="The names, one a line"
            hint="What it is may follow behind a tab, as when two columns are copied from a spreadsheet. At most 2,000."
            rows={10}
            rules={{ validate: (text) => wrongWith(String(text)) ?? true }}
          />
        )}
        <ListFile onRead={setFile} />
        {read && <ListPreview read={read} />}
        <div className="offing-row offing-form-end">
          <SubmitButton>Hold it against the registry</SubmitButton>
          <Link to={pages.outsideLists}>Cancel</Link>
        </div>
      </Form>
    </>
  )
}

function wrongWith(text: string): string | undefined {
  const read = listOfText(text)
  if (!('problem' in read)) return undefined
  return text.trim() === '' ? 'Paste the names, or choose a file' : read.problem
}
