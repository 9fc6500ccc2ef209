import { useForm } from 'react-hook-form'
import type { Edition, EditionSummary } from '../../../api/contract/editions.ts'
import { link, paths } from '../../../api/contract/paths.ts'
import { useEditions } from '../../shared/editions/queries.ts'
import { editionLabel, editionName, referenceOf } from '../../shared/editions/words.ts'
import { Select, TextArea } from '../../shared/forms/index.ts'
import { Loaded } from '../../shared/states/Loaded.tsx'
import { ActForm } from './ActForm.tsx'

/** Says that a later edition takes an edition's place, and why. */
export function SupersedeStep({ edition }: { edition: Edition }) {
  return (
    <Loaded query={useEditions()} what="the later editions">
      {({ items }) => <Choose edition={edition} later={items.filter(isLaterThan(edition))} />}
    </Loaded>
  )
}

const isLaterThan =
  ({ number }: Edition) =>
  (other: EditionSummary) =>
    other.state === 'published' && number !== null && other.number !== null && other.number > number

function Choose({ edition, later }: { edition: Edition; later: EditionSummary[] }) {
  const form = useForm({ defaultValues: { by: '', reason: '' }, shouldFocusError: false })
  const name = editionName(edition)
  const means = [
    'It stays readable, with the reason, and every page and paper made from it from now on says that it is superseded, and by which edition.',
    'Nothing else of it changes. This cannot be taken back.',
    ...(later.length === 0
      ? ['There is no later edition yet. Publish the one that takes its place first, or withdraw this one.']
      : []),
  ]
  return (
    <ActForm
      edition={edition}
      title={`Mark ${name}, as superseded?`}
      means={means}
      form={form}
      request={(body) => ({
        method: 'POST',
        url: link(paths.editionSupersede, { edition: referenceOf(edition) }),
        body,
      })}
      submit="Mark it as superseded"
      said={() => 'It is marked as superseded.'}
    >
      <Select
        name="by"
        label="Which edition takes its place?"
        empty="Choose an edition"
        choices={later.map((one) => ({ value: referenceOf(one), label: editionLabel(one) }))}
        rules={{ required: 'Choose the edition that takes its place' }}
      />
      <TextArea
        name="reason"
        label="Why?"
        hint="Everybody who reads the edition reads this. At most 600 characters."
        rows={3}
        rules={{ required: 'Say why it is superseded' }}
      />
    </ActForm>
  )
}
