import { useState } from 'react'
import { link, paths } from '../../api/contract/paths.ts'
import type { Source } from '../../api/contract/sources.ts'
import type { Tagged } from '../shared/api-client.ts'
import { type Outcome, useWrite } from '../shared/use-write.ts'
import { isOnItsWay, useSourcesChanged } from './queries.ts'

interface Props {
  read: Tagged<Source>
  onDone: (said: string) => void
  onChange: () => void
}

/** Read now, change, archive or bring back. */
export function SourceActs({ read, onDone, onChange }: Props) {
  const { value: source, tag } = read
  const { write, sending } = useWrite<Source>()
  const changed = useSourcesChanged()
  const [problem, setProblem] = useState('')
  const act = async (request: Parameters<typeof write>[0], said: string) => {
    if (sending) return
    const outcome = await write(request)
    await changed()
    setProblem(problemOf(outcome))
    if (outcome.kind === 'saved') onDone(said)
  }
  const readNow = () =>
    act(
      { method: 'POST', url: link(paths.sourceRead, { source: source.id }) },
      'It will be read now, or as soon as it is its turn.',
    )
  const archive = (archived: boolean) =>
    act(
      {
        method: 'POST',
        url: link(paths.sourceArchive, { source: source.id }),
        body: { archived },
        tag: tag ?? `"${source.version}"`,
      },
      archived ? 'It is archived. Its signals stay.' : 'It is back.',
    )
  return (
    <div className="offing-no-print">
      <div className="offing-row">
        {!source.archived && !isOnItsWay(source) && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--small"
            aria-disabled={sending || undefined}
            onClick={() => void readNow()}
          >
            {source.readsOn ? 'Read on now' : 'Read now'}
          </button>
        )}
        {!source.archived && (
          <button type="button" className="nhsuk-button nhsuk-button--small nhsuk-button--secondary" onClick={onChange}>
            Change
          </button>
        )}
        <button type="button" className="offing-link-button" onClick={() => void archive(!source.archived)}>
          {source.archived ? 'Bring it back' : 'Archive'}
        </button>
      </div>
      {problem && <p role="alert">{problem}</p>}
    </div>
  )
}

function problemOf(outcome: Outcome<Source>): string {
  if (outcome.kind === 'saved') return ''
  if (outcome.kind === 'not-confirmed') return 'Not confirmed: the server did not answer. You can safely press again.'
  if (outcome.problem.status === 412)
    return 'Somebody else changed this source after you opened it, so nothing was done. Look again, then decide.'
  return outcome.problem.detail
}
