import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { pageLink, pages } from '../../api/contract/paths.ts'
import type { Technology } from '../../api/contract/technologies.ts'
import { AskInRound } from '../rounds/AskInRound.tsx'
import { CannotEnter, mayEnter } from '../rounds/CannotEnter.tsx'
import { NoRound, useRoundToAsk } from '../rounds/round-to-ask.tsx'
import { useAddress } from '../shared/address.ts'
import { useTechnology } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { count } from '../shared/words.ts'

/** After a technology was entered: what it still lacks before it can be placed, and the way to get it. */
export function Entered({ slug }: { slug: string }) {
  return (
    <Loaded query={useTechnology(slug)} what="the technology" missing="technology" isPage>
      {({ value }) => <Next technology={value} />}
    </Loaded>
  )
}

function Next({ technology }: { technology: Technology }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { get, linkWith } = useAddress()
  const asking = useRoundToAsk()
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h1 className="nhsuk-heading-l" tabIndex={-1} ref={heading}>
        {technology.name} is in the registry
      </h1>
      <div className="offing-callout offing-callout--done">
        <p>
          <strong>It awaits answers{asking.scan && `: none of ${asking.scan.value.method.minimumPanel}`}.</strong> It
          takes its place on the radar once it has been asked about in a round, enough panel members have answered, and
          the round is closed.
        </p>
        <p>
          Saved with {count(technology.specialisms.length, 'specialism')} and{' '}
          {count(technology.evidence.length, 'piece of evidence', 'pieces of evidence')}.
          {technology.readiness === null &&
            ' Its stage of development is not set yet: without it, it cannot be ranked.'}
        </p>
      </div>
      {asking.round && asking.scan ? (
        <>
          <h2 className="nhsuk-heading-m">
            Ask about it in round {asking.round.number} of {asking.scan.value.name}
          </h2>
          {mayEnter(technology) ? (
            <AskInRound technology={technology} round={asking.round} scan={asking.scan.value} />
          ) : (
            <CannotEnter technology={technology} />
          )}
        </>
      ) : (
        <NoRound asking={asking} />
      )}
      {get('from') === 'signals' && (
        <p>
          The signal is linked to it. <Link to={pages.signals}>Go on with the inbox</Link>
        </p>
      )}
      {get('outsideList') && (
        <p>
          It is marked as here on the outside list.{' '}
          <Link to={pageLink(pages.outsideList, { list: get('outsideList') })}>Go on with the list</Link>
        </p>
      )}
      <p>
        <Link to={pageLink(pages.technology, { technology: technology.slug })}>Open {technology.name}</Link> or{' '}
        <Link to={linkWith({ entered: null })}>enter another technology</Link>.
      </p>
    </>
  )
}
