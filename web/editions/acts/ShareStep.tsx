import { useForm } from 'react-hook-form'
import type { Edition } from '../../../api/contract/editions.ts'
import { link, paths } from '../../../api/contract/paths.ts'
import { editionName, referenceOf } from '../../shared/editions/words.ts'
import { coverOf } from '../cover/cover.ts'
import { ActForm } from './ActForm.tsx'

const sharing = [
  'Board members can see the draft: its cover, its radar and its ranking, marked “Draft for board: figures may still change”.',
  'You can go on changing the cover, and take the draft back.',
  'Nobody is written to. Tell the board where to look.',
]
const takingBack = [
  'Board members can no longer see the draft. Who has seen, printed or saved it keeps what they have.',
  'You can show it again.',
]

/** Lets the board see a draft, or not any more. */
export function ShareStep({ edition }: { edition: Edition }) {
  const form = useForm()
  const shownToBoard = !edition.shownToBoard
  const name = editionName(edition)
  return (
    <ActForm
      edition={edition}
      title={shownToBoard ? `Show ${name}, to board members?` : `Take ${name}, back from the board?`}
      means={shownToBoard ? sharing : takingBack}
      form={form}
      request={() => ({
        method: 'PUT',
        url: link(paths.edition, { edition: referenceOf(edition) }),
        body: { ...coverOf(edition), shownToBoard },
      })}
      submit={shownToBoard ? 'Show it to the board' : 'Take it back'}
      said={() => (shownToBoard ? 'Board members can see the draft.' : 'Board members no longer see the draft.')}
    />
  )
}
