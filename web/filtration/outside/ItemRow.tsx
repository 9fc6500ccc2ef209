import { memo, useId, useState } from 'react'
import { Link } from 'react-router'
import type { OutsideItem } from '../../../api/contract/outside-lists.ts'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import { exitReasonNames } from '../../../api/filtration/words.ts'
import { useMay } from '../../shared/account.ts'
import { withQuery } from '../../shared/address.ts'
import { dateLabel } from '../../shared/words.ts'
import { LeaveOut } from './LeaveOut.tsx'
import type { Verdicts } from './use-verdicts.ts'

interface Props {
  item: OutsideItem
  list: string
  verdicts: Verdicts
  isChosen: boolean
  onChoose: (id: string, on: boolean) => void
}

/** One item: what was said of it, or what may be said. */
export const ItemRow = memo(function ItemRow(props: Props) {
  const { item, isChosen, onChoose } = props
  const id = useId()
  const mayWrite = useMay('outside-lists.write')
  const isOpen = item.state === 'open'
  return (
    <li value={item.position} className={`offing-outside__item offing-outside__item--${item.state}`}>
      <div className="offing-outside__name">
        {isOpen && mayWrite && (
          <input
            type="checkbox"
            id={id}
            className="offing-no-print"
            checked={isChosen}
            onChange={(event) => onChoose(item.id, event.target.checked)}
          />
        )}
        {isOpen && mayWrite ? (
          <label htmlFor={id}>
            <strong>{item.name}</strong>
          </label>
        ) : (
          <strong>{item.name}</strong>
        )}
      </div>
      {item.description && <p className="offing-quiet">{item.description}</p>}
      {isOpen ? <Open {...props} /> : <Settled {...props} />}
    </li>
  )
})

function Settled({ item, verdicts }: Props) {
  const { state, technology, byName, reason, note, decidedBy, decidedAt } = item
  const mayWrite = useMay('outside-lists.write')
  const reopen = () => void verdicts.settle([{ item, verdict: { kind: 'open' } }], `Opened again: ${item.name}.`)
  return (
    <p>
      {state === 'here' && technology ? (
        <>
          <strong className="nhsuk-tag nhsuk-tag--green">Here</strong>{' '}
          <Link to={pageLink(pages.technology, { technology: technology.slug })}>{technology.name}</Link>
        </>
      ) : (
        <>
          <strong className="nhsuk-tag nhsuk-tag--grey">Left out</strong> {reason && exitReasonNames[reason]}
          {note && `: ${note}`}
        </>
      )}
      <span className="offing-quiet offing-block">
        {byName
          ? 'Found by its name; nobody has looked'
          : `${decidedBy}${decidedAt ? `, ${dateLabel(decidedAt)}` : ''}`}
        {mayWrite && (
          <>
            {' '}
            <button type="button" className="offing-link-button offing-no-print" onClick={reopen}>
              Open again<span className="nhsuk-u-visually-hidden">: {item.name}</span>
            </button>
          </>
        )}
      </span>
    </p>
  )
}

function Open({ item, list, verdicts }: Props) {
  const [leaving, setLeaving] = useState(false)
  const mayWrite = useMay('outside-lists.write')
  const hidden = <span className="nhsuk-u-visually-hidden">: {item.name}</span>
  return (
    <>
      {item.proposals.length === 0 ? (
        <p>Not here, as far as names tell.</p>
      ) : (
        <Proposals item={item} verdicts={verdicts} />
      )}
      {mayWrite && (
        <div className="offing-row offing-no-print">
          <Link to={withQuery(pages.enterTechnology, startOf(item, list))}>Add it as a technology{hidden}</Link>
          <button
            type="button"
            className="offing-link-button"
            aria-expanded={leaving}
            onClick={() => setLeaving(!leaving)}
          >
            Leave it out …{hidden}
          </button>
        </div>
      )}
      {leaving && <LeaveOut items={[item]} what={item.name} verdicts={verdicts} onDone={() => setLeaving(false)} />}
    </>
  )
}

/** What the page on which a technology is entered begins with. */
const startOf = ({ id, name, description }: OutsideItem, list: string) => ({
  ...{ name: name.slice(0, 120), description, outsideItem: id, outsideList: list },
})

function Proposals({ item, verdicts }: Pick<Props, 'item' | 'verdicts'>) {
  const mayWrite = useMay('outside-lists.write')
  const confirm = (technology: string, name: string) =>
    void verdicts.settle([{ item, verdict: { kind: 'here', technology } }], `${item.name} is here as ${name}.`)
  return (
    <>
      <p className="nhsuk-u-margin-bottom-1">Perhaps here:</p>
      <ul className="nhsuk-list">
        {item.proposals.map(({ slug, name, alias, archived, same }) => (
          <li key={slug}>
            <Link to={pageLink(pages.technology, { technology: slug })}>{name}</Link>
            {alias && ` (also called ${alias})`}{' '}
            {archived && <strong className="nhsuk-tag nhsuk-tag--grey">Archived</strong>}
            {same && ' the same name'}{' '}
            {mayWrite && (
              <button type="button" className="offing-link-button offing-no-print" onClick={() => confirm(slug, name)}>
                It is this one
                <span className="nhsuk-u-visually-hidden">
                  : {name} for {item.name}
                </span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
