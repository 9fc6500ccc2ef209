import { useState } from 'react'
import type { Source, SourceRun } from '../../api/contract/sources.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useRuns } from './queries.ts'
import { momentLabel, runStateNames } from './words.ts'

const step = 20

/** When the source was read and what came of it, newest first. */
export function RunTable({ source }: { source: Source }) {
  const [limit, setLimit] = useState(step)
  const { lastRun } = source
  const moved = `${lastRun?.id} ${lastRun?.state} ${lastRun?.pages}`
  return (
    <section aria-labelledby="runs">
      <h2 className="nhsuk-heading-m" id="runs">
        Readings
      </h2>
      <Loaded query={useRuns(source.id, moved, limit)} what="the readings">
        {({ items, total }) => (
          <>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
            <section className="offing-scroll" aria-label="Readings" tabIndex={0}>
              <Table runs={items} />
            </section>
            {total > items.length && limit < 200 && (
              <p className="offing-no-print">
                <button type="button" className="offing-link-button" onClick={() => setLimit(200)}>
                  Show older readings ({total - items.length} more)
                </button>
              </p>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}

function Table({ runs }: { runs: SourceRun[] }) {
  return (
    <table className="offing-table offing-runs">
      <caption className="nhsuk-u-visually-hidden">Readings of this source, newest first</caption>
      <thead>
        <tr>
          <th scope="col">Begun</th>
          <th scope="col">How it ended</th>
          <th scope="col">Pages</th>
          <th scope="col">Records</th>
          <th scope="col">New</th>
          <th scope="col">Changed</th>
          <th scope="col">Known</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row">{momentLabel(run.startedAt)}</th>
            <td>
              {runStateNames[run.state]}
              {run.failure && `: ${run.failure}`}
            </td>
            <td>{run.pages}</td>
            <td>{run.received}</td>
            <td>{run.added}</td>
            <td>{run.changed}</td>
            <td>{run.known}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
