import { useId } from 'react'
import { Link } from 'react-router'
import type { EditionSummary } from '../../../api/contract/editions.ts'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import type { Ranking } from '../../../api/contract/ranking.ts'
import { useMay } from '../account.ts'
import { useAddress } from '../address.ts'
import { EditionBanner } from './EditionBanner.tsx'
import { useEditions } from './queries.ts'
import { useScanChoices } from './use-scan-choices.ts'
import { editionLabel, referenceOf, stateNames } from './words.ts'

interface Props {
  ranking: Pick<Ranking, 'scan' | 'round'>
}

/** Which edition a page shows, or that it is the working draft, with the others to choose from; nothing where there is no edition. */
export function WhichEdition({ ranking }: Props) {
  const mayRead = useMay('editions.read')
  const editions = useEditions({}, { enabled: mayRead }).data?.items ?? []
  const shown = useEditionShown(editions)
  if (editions.length === 0) return null
  return (
    <>
      <Choice editions={editions} shown={shown} ranking={ranking} />
      <p className="offing-print-only">{shown ? editionLabel(shown) : workingDraft(ranking)}</p>
      {shown && <EditionBanner edition={shown} />}
    </>
  )
}

/** What is shown in words, and its banner: for pages on which it is not chosen. */
export function EditionShown() {
  const mayRead = useMay('editions.read')
  const has = useAddress().has('edition')
  const shown = useEditionShown(useEditions({}, { enabled: mayRead && has }).data?.items ?? [])
  if (!shown) return null
  return (
    <>
      <p className="nhsuk-u-margin-bottom-2">
        In <Link to={pageLink(pages.edition, { edition: referenceOf(shown) })}>{editionLabel(shown)}</Link>.
      </p>
      <EditionBanner edition={shown} />
    </>
  )
}

function useEditionShown(editions: readonly EditionSummary[]) {
  const wanted = useAddress().get('edition')
  return editions.find((one) => referenceOf(one) === wanted || one.id === wanted)
}

const workingDraft = ({ scan, round }: Props['ranking']) =>
  `Working draft of ${scan.name}${round ? `, as of round ${round.number}` : ''}`

interface ChoiceProps extends Props {
  editions: readonly EditionSummary[]
  shown: EditionSummary | undefined
}

function Choice({ editions, shown, ranking }: ChoiceProps) {
  const id = useId()
  const { change } = useAddress()
  const scans = useScanChoices()
  const choose = (value: string) => {
    const [kind = '', name = ''] = value.split(' ')
    change({ edition: null, scan: null, why: null, [kind]: name })
  }
  const others = scans.filter(({ slug }) => slug !== ranking.scan.slug || shown)
  return (
    <div className="offing-row offing-filters offing-no-print">
      <div className="nhsuk-form-group">
        <label className="nhsuk-label" htmlFor={id}>
          Showing
        </label>
        <select
          id={id}
          className="nhsuk-select"
          value={shown ? `edition ${referenceOf(shown)}` : `scan ${ranking.scan.slug}`}
          onChange={(event) => choose(event.target.value)}
        >
          {editions.map((one) => (
            <option key={one.id} value={`edition ${referenceOf(one)}`}>
              {optionLabel(one)}
            </option>
          ))}
          {!shown && <option value={`scan ${ranking.scan.slug}`}>{workingDraft(ranking)}</option>}
          {others.map(({ slug, name }) => (
            <option key={slug} value={`scan ${slug}`}>
              Working draft of {name}
            </option>
          ))}
        </select>
      </div>
      {shown && <Link to={pageLink(pages.edition, { edition: referenceOf(shown) })}>About this edition</Link>}
    </div>
  )
}

const optionLabel = (one: EditionSummary) =>
  one.state === 'superseded' || one.state === 'withdrawn'
    ? `${editionLabel(one)} (${stateNames[one.state].toLowerCase()})`
    : editionLabel(one)
