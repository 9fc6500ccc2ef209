import { useRef, useState } from 'react'
import type { Outcome, OutcomeList } from '../../api/contract/outcomes.ts'
import { useMay } from '../shared/account.ts'
import { isStatus } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { dateLabel } from '../shared/words.ts'
import { useOutcomes } from './queries.ts'
import { RecordOutcome } from './RecordOutcome.tsx'
import { WithdrawOutcome } from './WithdrawOutcome.tsx'

/** On a technology's page: what then became of it, by whose evidence. For readers only where there is something to say. */
export function WhatHappened({ technology }: { technology: { slug: string; name: string } }) {
  const mayWrite = useMay('outcomes.write')
  const query = useOutcomes(technology.slug)
  if (isStatus(query.error, 404) && !query.data) return null
  if (!mayWrite && !query.data?.total) return null
  return (
    <section className="offing-section" aria-labelledby="what-happened">
      <Loaded query={query} what="what happened">
        {(list) => <Recorded list={list} technology={technology.slug} mayWrite={mayWrite} />}
      </Loaded>
    </section>
  )
}

interface Props {
  list: OutcomeList
  technology: string
  mayWrite: boolean
}

function Recorded({ list, technology, mayWrite }: Props) {
  const [said, setSaid] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  // What was pressed goes with what it did.
  const tell = (what: string) => {
    setSaid(what)
    heading.current?.focus()
  }
  return (
    <>
      <h2 className="nhsuk-heading-m offing-step-title" id="what-happened" tabIndex={-1} ref={heading}>
        What happened
      </h2>
      <p role="status">{said}</p>
      {list.total === 0 ? (
        <p>Nothing has been recorded yet.</p>
      ) : (
        <ul className="offing-evidence">
          {list.items.map((outcome) => (
            <Item key={outcome.id} outcome={outcome} technology={technology} mayWrite={mayWrite} onDone={tell} />
          ))}
        </ul>
      )}
      {mayWrite && <RecordOutcome technology={technology} onSaved={tell} />}
    </>
  )
}

interface ItemProps {
  outcome: Outcome
  technology: string
  mayWrite: boolean
  onDone: (what: string) => void
}

function Item({ outcome, technology, mayWrite, onDone }: ItemProps) {
  const { happenedOn, text, sourceTitle, sourceUrl, withdrawnAt } = outcome
  return (
    <li>
      <p className="offing-evidence__when">
        {dateLabel(happenedOn)}
        <span className="offing-quiet offing-block">Adopted</span>
      </p>
      <div>
        <p>
          {text} {withdrawnAt && <span className="nhsuk-tag nhsuk-tag--grey">Withdrawn</span>}
        </p>
        <p className="offing-quiet">
          Source:{' '}
          {sourceUrl ? (
            <a href={sourceUrl} rel="noopener noreferrer">
              {sourceTitle}
            </a>
          ) : (
            sourceTitle
          )}
          .
          {withdrawnAt && ` Withdrawn on ${dateLabel(withdrawnAt)}: it counts no more, and only the scan team sees it.`}
        </p>
        {mayWrite && !withdrawnAt && <WithdrawOutcome technology={technology} outcome={outcome} onDone={onDone} />}
      </div>
    </li>
  )
}
