import type { Source, SourceRun } from '../../api/contract/sources.ts'
import { dateLabel } from '../shared/words.ts'
import { countsInWords, momentLabel, progressInWords } from './words.ts'

/** What came of the last reading, or how far the present one is. */
export function LastRun({ source }: { source: Source }) {
  const { lastRun: run } = source
  if (!run) return null
  return (
    <section aria-labelledby="last-run">
      <h2 className="nhsuk-heading-m" id="last-run">
        {run.state === 'running' ? 'Being read' : 'The last reading'}
      </h2>
      {run.state === 'running' ? <Progress run={run} /> : <Ended run={run} />}
      {run.notes.length > 0 && (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {run.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Progress({ run }: { run: SourceRun }) {
  return (
    <div role="status">
      {run.expected !== null && run.expected > 0 && (
        <progress
          className="offing-source-progress"
          max={run.expected}
          value={Math.min(run.received, run.expected)}
          aria-label="Records read"
        />
      )}
      <p>{progressInWords(run)} You can leave this page: it goes on.</p>
    </div>
  )
}

function Ended({ run }: { run: SourceRun }) {
  return (
    <>
      <p>
        Begun {momentLabel(run.startedAt)}
        {run.endedAt && `, ended ${momentLabel(run.endedAt)}`}. It asked for what is new since {dateLabel(run.since)}.{' '}
        {countsInWords(run)}
      </p>
      {run.failure && (
        <div className="offing-callout offing-callout--warning">
          <p>
            <strong>{run.state === 'failed' ? 'It failed.' : 'It was not read to the end.'}</strong> {run.failure}
          </p>
        </div>
      )}
    </>
  )
}
