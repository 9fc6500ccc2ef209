import { useForm } from 'react-hook-form'
import type { Edition } from '../../../api/contract/editions.ts'
import { link, paths } from '../../../api/contract/paths.ts'
import { editionName, referenceOf } from '../../shared/editions/words.ts'
import { TextArea } from '../../shared/forms/index.ts'
import { ActForm } from './ActForm.tsx'

const means = [
  'It stays readable, with the reason, and every page and paper made from it from now on says “Withdrawn: do not use”.',
  'What people have printed or saved does not change by itself. Tell the board.',
  'This cannot be taken back.',
]

/** Takes an edition out of use, with the reason. */
export function WithdrawStep({ edition }: { edition: Edition }) {
  const form = useForm({ defaultValues: { reason: '' }, shouldFocusError: false })
  return (
    <ActForm
      edition={edition}
      title={`Withdraw ${editionName(edition)}?`}
      means={means}
      form={form}
      request={(body) => ({
        method: 'POST',
        url: link(paths.editionWithdraw, { edition: referenceOf(edition) }),
        body,
      })}
      submit="Withdraw it"
      isWarning
      said={() => 'It is withdrawn.'}
    >
      <TextArea
        name="reason"
        label="Why?"
        hint="Everybody who reads the edition reads this. At most 600 characters."
        rows={3}
        rules={{ required: 'Say why it is withdrawn' }}
      />
    </ActForm>
  )
}
