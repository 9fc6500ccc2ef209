import { useForm } from 'react-hook-form'
import { Link } from 'react-router'
import { link, pages, paths } from '../../api/contract/paths.ts'
import type { Taxon } from '../../api/contract/taxonomy.ts'
import { useAccount } from '../shared/account.ts'
import type { Tagged } from '../shared/api-client.ts'
import { Clashes, Form, SubmitButton, startOf, TextField, useVersion } from '../shared/forms/index.ts'
import { listed } from '../shared/words.ts'
import { TaxonFieldset } from './TaxonFieldset.tsx'
import { contentOf, fieldsOf, pointers, type TaxonFields } from './taxon-fields.ts'
import { kindNames } from './words.ts'

interface Props {
  read: Tagged<Taxon>
  taxa: readonly Taxon[]
  onSaved: () => void
}

/** Changes a grouping, a specialism or a category; two who do so at once see what the other has entered. */
export function ChangeTaxon({ read, taxa, onSaved }: Props) {
  const { id, content, version } = read.value
  const { one } = kindNames[content.kind]
  const key = `taxon ${id} ${useAccount().account.id}`
  const present = { tag: read.tag ?? `"${version}"`, fields: fieldsOf(content) }
  const form = useForm<TaxonFields>({ defaultValues: startOf(key, present), shouldFocusError: false })
  const { tag, decision, conflict, take, letGo } = useVersion(key, form, present)
  return (
    <>
      {decision && <Clashes what={`this ${one}`} {...decision} labels={labels} inWords={inWords} onTake={take} />}
      <Form
        form={form}
        request={(fields) => ({
          method: 'PUT',
          url: link(paths.taxon, { taxon: id }),
          body: { content: contentOf(content.kind, fields), reason: fields.reason },
          tag,
        })}
        onSaved={() => {
          letGo()
          onSaved()
        }}
        onConflict={(current) => {
          const there = current as Taxon
          conflict({ tag: `"${there.version}"`, fields: fieldsOf(there.content) })
        }}
        pointers={pointers}
      >
        <TaxonFieldset kind={content.kind} taxa={taxa} self={read.value} />
        <TextField
          name="reason"
          label="Why is it changed?"
          hint="It stands in its history, such as “Renamed by the training school in 2026”."
          maxLength={300}
          rules={{ required: 'Say why it is changed' }}
        />
        <div className="offing-row offing-form-end">
          <SubmitButton>Save the change</SubmitButton>
          <Link to={pages.taxonomy}>Leave it as it was</Link>
        </div>
      </Form>
    </>
  )
}

const labels: Record<keyof TaxonFields, string> = {
  name: 'Name',
  description: 'What it is',
  position: 'Place in the order',
  offered: 'State',
  grouping: 'Grouping',
  aliases: 'Other names',
  overlapsWith: 'Overlaps with',
  technologyKind: 'Usual kind of technology',
  reason: 'Why is it changed?',
}

const inWords = (_: unknown, value: TaxonFields[keyof TaxonFields]) =>
  Array.isArray(value) ? listed(value) : value.split('\n').join(', ')
