import { useState } from 'react'
import { Link } from 'react-router'
import { pages } from '../../api/contract/paths.ts'
import type { Round } from '../../api/contract/rounds.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { Step } from '../scans/Step.tsx'
import { useAddress } from '../shared/address.ts'
import { useTechnologies, useTechnology } from '../shared/queries.ts'
import { SearchField } from '../shared/SearchField.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { count } from '../shared/words.ts'
import { BroadTechnology } from '../technologies/record/Broad.tsx'
import { AskInRound } from './AskInRound.tsx'
import { CannotEnter, mayEnter } from './CannotEnter.tsx'
import { WholeAndPart } from './WholesAndParts.tsx'

/** Finds a technology in the registry, then asks about it in a round that is prepared or open. */
export function AskStep({ scan, round }: { scan: Scan; round: Round }) {
  const { get, linkWith } = useAddress()
  const chosen = get('technology')
  return (
    <Step key={chosen} title={`Ask about a technology in round ${round.number}`}>
      {chosen ? (
        <>
          <Chosen slug={chosen} scan={scan} round={round} />
          <p>
            <Link to={linkWith({ technology: null })}>Choose another technology</Link>
          </p>
        </>
      ) : (
        <Find />
      )}
    </Step>
  )
}

function Find() {
  const { linkWith } = useAddress()
  const [sought, setSought] = useState('')
  const query = useTechnologies({ q: sought, limit: 10 })
  return (
    <>
      <SearchField label="Find a technology by its name or description" value={sought} onSearch={setSought} />
      <Loaded query={query} what="the technologies">
        {({ items, total }) => (
          <>
            <p className="offing-quiet" role="status">
              {total > items.length
                ? `The first ${items.length} of ${count(total, 'technology', 'technologies')}: type more to narrow them down`
                : `${count(total, 'technology', 'technologies')} found`}
            </p>
            <ul className="nhsuk-list offing-found">
              {items.map(({ slug, name, description, hasDatedSource }) => (
                <li key={slug}>
                  <Link to={linkWith({ technology: slug })}>{name}</Link>
                  {!hasDatedSource && ' (cannot enter a scan yet: no dated source)'}
                  <br />
                  <span className="offing-quiet">{description}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      <p>
        Not in the registry? <Link to={pages.enterTechnology}>Enter a technology</Link>
      </p>
    </>
  )
}

function Chosen({ slug, scan, round }: { slug: string; scan: Scan; round: Round }) {
  return (
    <Loaded query={useTechnology(slug)} what="this technology" missing="technology">
      {({ value }) => (
        <>
          <h2 className="nhsuk-heading-m nhsuk-u-margin-bottom-2">{value.name}</h2>
          <p className="nhsuk-u-reading-width">{value.description}</p>
          <BroadTechnology technology={value} />
          <WholeAndPart technology={value} round={round} />
          {mayEnter(value) ? (
            <AskInRound technology={value} round={round} scan={scan} />
          ) : (
            <CannotEnter technology={value} />
          )}
        </>
      )}
    </Loaded>
  )
}
