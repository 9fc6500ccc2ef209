import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ComparedTechnology, Comparison, Stood } from '../../../api/contract/comparison.ts'
import { pageLink, pages } from '../../../api/contract/paths.ts'
import { withQuery } from '../../shared/address.ts'
import { referenceOf } from '../../shared/editions/words.ts'
import { ordinal } from '../../shared/words.ts'
import { rangeWords, shortNames } from './words.ts'

interface Props {
  comparison: Comparison
  items: readonly ComparedTechnology[]
  note: (item: ComparedTechnology) => ReactNode
}

/** Technologies with where they stood in both editions, and what is to be said of each. */
export function ChangeTable({ comparison, items, note }: Props) {
  const names = shortNames(comparison)
  return (
    <table className="offing-table offing-table--stack offing-changes__table">
      <thead>
        <tr>
          <th scope="col">Technology</th>
          <th scope="col">{names.from}</th>
          <th scope="col">{names.to}</th>
          <th scope="col">What happened</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">
              <TechnologyLink item={item} comparison={comparison} />
            </th>
            <td data-label={names.from}>
              <Figures stood={item.from} />
            </td>
            <td data-label={names.to}>
              <Figures stood={item.to} />
            </td>
            <td>{note(item)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Leads to the technology as the edition holds it that ranks it, the later one if both do. */
export function TechnologyLink({ item, comparison }: { item: ComparedTechnology; comparison: Comparison }) {
  const edition = item.to ? comparison.to : comparison.from
  return (
    <Link to={withQuery(pageLink(pages.technology, { technology: item.slug }), { edition: referenceOf(edition) })}>
      {item.name}
    </Link>
  )
}

function Figures({ stood }: { stood: Stood | null }) {
  if (!stood) return <span className="offing-quiet">Not ranked</span>
  const range = rangeWords(stood)
  return (
    <>
      <strong>{ordinal(stood.place)}</strong>
      {stood.group !== null && `, group ${stood.group}`}
      <span className="offing-quiet offing-block">
        {range && `${range}; `}
        {stood.middleYear}
      </span>
    </>
  )
}
