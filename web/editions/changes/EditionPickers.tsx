import { useId } from 'react'
import { useNavigate } from 'react-router'
import type { EditionSummary } from '../../../api/contract/editions.ts'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import { useAddress, withQuery } from '../../shared/address.ts'
import { useEditions } from '../../shared/editions/queries.ts'
import { editionLabel, referenceOf, stateNames } from '../../shared/editions/words.ts'

interface Props {
  /** Each a number or an id; '' where none is chosen. */
  from: string
  to: string
}

/** Any two editions that the reader may see. Whichever way round they are chosen, the earlier one comes first. */
export function EditionPickers({ from, to }: Props) {
  const navigate = useNavigate()
  const { get } = useAddress()
  const editions = useEditions().data?.items ?? []
  const [first, last] = [from, to].map((wanted) => editions.find((one) => isNamed(one, wanted)))
  const go = (earlier: EditionSummary | undefined, later: EditionSummary | undefined) => {
    if (!later) return
    const address = pageLink(pages.editionChanges, { edition: referenceOf(later) })
    void navigate(withQuery(address, { with: earlier && referenceOf(earlier), view: get('view') }), {
      preventScrollReset: true,
    })
  }
  return (
    <form className="offing-row offing-filters offing-no-print" aria-label="Editions to compare">
      <Picker label="From" editions={editions} other={last} chosen={first} onChoose={(one) => go(one, last)} />
      <Picker label="To" editions={editions} other={first} chosen={last} onChoose={(one) => go(first, one)} />
    </form>
  )
}

const isNamed = (edition: EditionSummary, wanted: string) => edition.id === wanted || referenceOf(edition) === wanted

interface PickerProps {
  label: string
  editions: readonly EditionSummary[]
  chosen: EditionSummary | undefined
  /** Which edition the other picker holds. */
  other: EditionSummary | undefined
  onChoose: (edition: EditionSummary | undefined) => void
}

function Picker({ label, editions, chosen, other, onChoose }: PickerProps) {
  const id = useId()
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="nhsuk-select"
        value={chosen?.id ?? ''}
        onChange={(event) => onChoose(editions.find((one) => one.id === event.target.value))}
      >
        {!chosen && <option value="">Choose an edition</option>}
        {editions
          .filter((one) => one.id !== other?.id)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {editionLabel(one)}
              {one.state === 'superseded' || one.state === 'withdrawn'
                ? ` (${stateNames[one.state].toLowerCase()})`
                : ''}
            </option>
          ))}
      </select>
    </div>
  )
}
