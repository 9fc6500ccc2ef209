import { useState } from 'react'
import { Link } from 'react-router'
import type { Fragility } from '../../api/contract/why.ts'
import { useFragility } from '../shared/queries.ts'
import { useRankingFilters, viewOf } from '../shared/ranking-address.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { criterionNames, ordinal } from '../shared/words.ts'
import { technologyAddress } from './RankingContext.ts'

/** Which technologies enter or leave the first ten when something is left out: a quiet fold, asked for when it is opened. */
export function FirstTenDependOn() {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="offing-small-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>What being among the first ten depends on</summary>
      {isOpen && <Dependents />}
    </details>
  )
}

function Dependents() {
  const query = useFragility(viewOf(useRankingFilters()))
  return (
    <Loaded query={query} what="what the first ten depend on">
      {(fragility) => <DependentTable fragility={fragility} />}
    </Loaded>
  )
}

function DependentTable({ fragility: { items } }: { fragility: Fragility }) {
  const view = viewOf(useRankingFilters())
  if (items.length === 0)
    return <p>Leaving out any one panel member, specialism or criterion, the first ten would be the same.</p>
  return (
    <>
      <p>
        Leaving out one panel member, one specialism whose figures may be shown, or one criterion, these would enter or
        leave the first ten.
      </p>
      <table className="offing-table offing-table--stack">
        <caption className="nhsuk-u-visually-hidden">What being among the first ten depends on</caption>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">Technology</th>
            <th scope="col">Depends on</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td data-label="Place">{item.place === null ? 'not ranked' : ordinal(item.place)}</td>
              <th scope="row">
                <Link to={`${technologyAddress(item.slug, view)}#rests-on`}>{item.name}</Link>
              </th>
              <td data-label="Depends on">{dependsOn(item)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** "One panel member; Genomics (without it 12th); how soon (without it 11th)". */
export function dependsOn({ panelMember, specialisms, criteria }: Fragility['items'][number]): string {
  const without = (name: string, place: number | null) =>
    `${name} (without it ${place === null ? 'no place' : ordinal(place)})`
  const parts = [
    ...(panelMember ? ['one panel member'] : []),
    ...specialisms.map(({ name, place }) => without(name, place)),
    ...criteria.map(({ criterion, place }) => without(criterionNames[criterion].toLowerCase(), place)),
  ]
  const text = parts.join('; ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
