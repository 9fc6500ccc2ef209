import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { DuplicateDetail, StandsIn } from '../../api/contract/duplicates.ts'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Evidence, Technology } from '../../api/contract/technologies.ts'
import { stageLabel } from '../shared/stages.ts'
import { whenLabel } from '../technologies/evidence/order.ts'

interface Props {
  left: Technology
  right: Technology
  pair: DuplicateDetail
}

interface Field {
  name: string
  /** What of it decides whether the two differ. */
  plain: (technology: Technology, standing: DuplicateDetail['left']) => string
  shown?: (technology: Technology, standing: DuplicateDetail['left']) => ReactNode
}

/** Field by field; what differs says so in words. */
export function SideBySide({ left, right, pair }: Props) {
  return (
    <table className="nhsuk-table offing-side-by-side">
      <caption className="nhsuk-u-visually-hidden">The two technologies, field by field</caption>
      <thead>
        <tr>
          <td />
          {[left, right].map(({ id, slug, name, archived }) => (
            <th key={id} scope="col">
              <Link to={pageLink(pages.technology, { technology: slug })}>{name}</Link>
              {archived && <span className="nhsuk-tag nhsuk-tag--grey">Archived</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, plain, shown = plain }) => (
          <tr key={name}>
            <th scope="row">
              {name}
              {isSame(plain(left, pair.left), plain(right, pair.right)) && (
                <span className="offing-quiet"> (the same)</span>
              )}
            </th>
            <td>{shown(left, pair.left) || <None />}</td>
            <td>{shown(right, pair.right) || <None />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Nothing on both sides needs no remark. */
const isSame = (one: string, other: string) => one !== '' && one === other

const None = () => <span className="offing-quiet">none</span>

const fields: Field[] = [
  { name: 'Other names', plain: ({ aliases }) => aliases.join('; ') },
  { name: 'What it is', plain: ({ description }) => description },
  { name: 'What would change', plain: ({ wouldChange }) => wouldChange },
  { name: 'Category', plain: ({ category }) => category.name },
  { name: 'Kind', plain: ({ kind }) => kind },
  { name: 'Stage of development', plain: ({ readiness, kind }) => stageLabel(readiness, kind) },
  { name: 'May affect', plain: ({ specialisms }) => specialisms.map(({ name }) => name).join('; ') },
  {
    name: 'Evidence',
    plain: ({ evidence }) => evidence.map(({ text, sourceUrl }) => `${text} ${sourceUrl}`).join('\n'),
    shown: ({ evidence }) => evidence.length > 0 && <EvidenceList evidence={evidence} />,
  },
  {
    name: 'Linked signals',
    plain: (_, { signals }) => (signals === 0 ? '' : String(signals)),
    shown: ({ slug }, { signals }) => signals > 0 && <Link to={`${pages.signals}?technology=${slug}`}>{signals}</Link>,
  },
  {
    name: 'Scans',
    plain: (_, { scans }) => scans.map(({ slug }) => slug).join(' '),
    shown: (_, { scans }) => scans.length > 0 && <ScanList scans={scans} />,
  },
]

function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <ul className="offing-plain-list">
      {evidence.map((one) => (
        <li key={one.id}>
          <span className="offing-quiet">{whenLabel(one)}:</span> {one.text}{' '}
          <span className="offing-quiet">
            {one.sourceUrl ? <a href={one.sourceUrl}>{one.sourceTitle}</a> : one.sourceTitle}
          </span>
        </li>
      ))}
    </ul>
  )
}

function ScanList({ scans }: { scans: readonly StandsIn[] }) {
  return (
    <ul className="offing-plain-list">
      {scans.map(({ slug, name, answered }) => (
        <li key={slug}>
          <Link to={pageLink(pages.scan, { scan: slug })}>{name}</Link>, {answered ? 'with answers' : 'no answers yet'}
        </li>
      ))}
    </ul>
  )
}
