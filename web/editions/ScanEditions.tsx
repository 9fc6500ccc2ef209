import './editions.scss'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Edition } from '../../api/contract/editions.ts'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import type { Scan } from '../../api/contract/scans.ts'
import { lastClosed } from '../../api/scans/round.ts'
import { useMay } from '../shared/account.ts'
import { withQuery } from '../shared/address.ts'
import { useEditions, useEditionsChanged } from '../shared/editions/queries.ts'
import { referenceOf } from '../shared/editions/words.ts'
import { NotConfirmed } from '../shared/forms/outcomes.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useWrite } from '../shared/use-write.ts'
import { EditionTable } from './EditionTable.tsx'

/** On a scan's page: its editions, and for the scan team where one begins. */
export function ScanEditions({ scan }: { scan: Scan }) {
  const mayWrite = useMay('editions.write')
  const closed = lastClosed(scan.rounds)
  return (
    <section aria-labelledby="editions">
      <h2 className="nhsuk-heading-m" id="editions">
        Editions
      </h2>
      <Loaded query={useEditions({ scan: scan.slug })} what="the editions">
        {({ items }) =>
          items.length > 0 ? (
            <EditionTable editions={items} />
          ) : (
            <p>{closed ? 'No edition of this scan yet.' : 'An edition can be prepared once a round has closed.'}</p>
          )
        }
      </Loaded>
      {closed && <WorkingDraft scan={scan.slug} round={closed.number} />}
      {mayWrite && closed && <Prepare scan={scan} round={closed.number} />}
    </section>
  )
}

/** Radar and ranking show the latest edition by themselves; from here what has been answered since. */
function WorkingDraft({ scan, round }: { scan: string; round: number }) {
  return (
    <p className="offing-no-print">
      The working draft, as of round {round}: <Link to={withQuery(pages.radar, { scan })}>its radar</Link>,{' '}
      <Link to={withQuery(pages.ranking, { scan })}>its ranking</Link>
    </p>
  )
}

/** Starts a draft as of the last closed round, and goes on to its cover. */
function Prepare({ scan, round }: { scan: Scan; round: number }) {
  const { write, sending, state } = useWrite<Edition>()
  const [refusal, setRefusal] = useState('')
  const changed = useEditionsChanged()
  const navigate = useNavigate()
  const prepare = async () => {
    if (sending) return
    setRefusal('')
    const outcome = await write({ method: 'POST', url: link(paths.scanEditions, { scan: scan.slug }), body: {} })
    if (outcome.kind === 'refused') setRefusal(outcome.problem.detail)
    if (outcome.kind !== 'saved') return
    await changed()
    await navigate(pageLink(pages.editionCover, { edition: referenceOf(outcome.value) }))
  }
  return (
    <div className="offing-no-print">
      {state === 'not-confirmed' && <NotConfirmed />}
      {refusal && (
        <div className="offing-callout offing-callout--wrong" role="alert">
          <p>{refusal}</p>
        </div>
      )}
      <button
        type="button"
        className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
        aria-disabled={sending || undefined}
        onClick={() => void prepare()}
      >
        Prepare an edition
      </button>
      <p className="offing-quiet">
        It starts as a draft, as of round {round}: you fill in its cover, show it to the board, and publish it once it
        is approved.
      </p>
    </div>
  )
}
