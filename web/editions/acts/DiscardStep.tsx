import { useForm } from 'react-hook-form'
import type { Edition } from '../../../api/contract/editions.ts'
import { link, paths } from '../../../api/contract/paths.ts'
import { editionName, referenceOf } from '../../shared/editions/words.ts'
import { ActForm } from './ActForm.tsx'

const means = [
  'Its cover, with the recommendations, is lost. Board members no longer see it.',
  'Answers, ranking and everything else of the scan stay as they are. You can prepare another edition.',
]

export function DiscardStep({ edition }: { edition: Edition }) {
  return (
    <ActForm
      edition={edition}
      title={`Discard ${editionName(edition)}?`}
      means={means}
      form={useForm()}
      request={() => ({ method: 'DELETE', url: link(paths.edition, { edition: referenceOf(edition) }) })}
      submit="Discard the draft"
      isWarning
      said={() => 'The draft is discarded.'}
    />
  )
}
