import { useState } from 'react'
import { link, paths } from '../../api/contract/paths.ts'
import type { Round, Workload } from '../../api/contract/rounds.ts'
import { isPilot } from '../../api/scans/round.ts'
import { useScanChanged } from '../scans/use-scan-changed.ts'
import { useMay } from '../shared/account.ts'
import { NotConfirmed } from '../shared/forms/outcomes.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useWrite } from '../shared/use-write.ts'
import { count } from '../shared/words.ts'
import { useWorkload } from './queries.ts'
import { workloadSentence } from './workload-words.ts'

/** How many minutes everybody will need, and the ways out where that is too many. */
export function WorkloadSection({ round }: { round: Round }) {
  return (
    <section aria-labelledby="workload">
      <h2 className="nhsuk-heading-m" id="workload">
        Minutes needed
      </h2>
      <Loaded query={useWorkload(round)} what="the minutes needed">
        {(workload) => <Minutes round={round} workload={workload} />}
      </Loaded>
    </section>
  )
}

function Minutes({ round, workload }: { round: Round; workload: Workload }) {
  const may = useMay('rounds.prepare')
  if (workload.total === 0) return <p>Nobody is asked anything yet.</p>
  return (
    <>
      <p className={workload.tooLong > 0 ? 'offing-callout offing-callout--wrong' : 'nhsuk-u-reading-width'}>
        {workloadSentence(workload, round.state === 'open')}
      </p>
      {may && round.state === 'prepared' && !isPilot(round) && <ShareOut round={round} />}
      <details className="offing-small-details">
        <summary>Minutes by name ({count(workload.total, 'panel member')})</summary>
        <Table workload={workload} />
      </details>
    </>
  )
}

const states = { ok: '', long: 'Long', 'too-long': 'Too long' }

function Table({ workload }: { workload: Workload }) {
  return (
    <table className="offing-table offing-workload">
      <caption>How many minutes each panel member will need</caption>
      <thead>
        <tr>
          <th scope="col">Panel member</th>
          <th scope="col" className="offing-number">
            Items
          </th>
          <th scope="col" className="offing-number">
            Minutes
          </th>
        </tr>
      </thead>
      <tbody>
        {workload.items.map(({ panellist, name, items, minutes, state }) => (
          <tr key={panellist}>
            <th scope="row">
              {name}{' '}
              {states[state] && (
                <strong className={`nhsuk-tag nhsuk-tag--${state === 'long' ? 'yellow' : 'red'}`}>
                  {states[state]}
                </strong>
              )}
            </th>
            <td className="offing-number">{items}</td>
            <td className="offing-number">{minutes}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Shares the items out, out anew once something has changed, or takes it back. */
function ShareOut({ round }: { round: Round }) {
  const { write, sending, state } = useWrite<Round>()
  const [said, setSaid] = useState('')
  const changed = useScanChanged()
  const url = link(paths.shareOut, { round: round.id })
  const act = async (method: 'POST' | 'DELETE', done: string) => {
    if (sending) return
    const outcome = await write({ method, url })
    if (outcome.kind === 'not-confirmed') return
    await changed()
    setSaid(outcome.kind === 'saved' ? done : outcome.problem.detail)
  }
  return (
    <>
      {state === 'not-confirmed' && <NotConfirmed />}
      <p className="nhsuk-u-reading-width">
        {round.shared
          ? 'The items are shared out: everybody is asked about some of those of their specialism. What you ask about from now on goes to everybody until you share out again.'
          : 'Where a specialism has several panel members, its items can be shared out among them: in balance, at least three people an item.'}
      </p>
      <div className="offing-row offing-no-print">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
          aria-disabled={sending || undefined}
          onClick={() => void act('POST', 'The items are shared out.')}
        >
          {round.shared ? 'Share the items out again' : 'Share the items out'}
        </button>
        {round.shared && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
            aria-disabled={sending || undefined}
            onClick={() => void act('DELETE', 'Everybody is asked about everything again.')}
          >
            Ask everybody about everything
          </button>
        )}
      </div>
      <p role="status">{said}</p>
    </>
  )
}
