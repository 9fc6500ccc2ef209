import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { link, paths } from '../../api/contract/paths.ts'
import type { Technology } from '../../api/contract/technologies.ts'
import type { Tagged } from '../shared/api-client.ts'
import { keys } from '../shared/queries.ts'
import { NotDone } from '../shared/states/NotDone.tsx'
import { type Outcome, useWrite } from '../shared/use-write.ts'
import { AskWhy, type WhyArchive } from './AskWhy.tsx'

/** Archives a technology or brings it back, once its reader has confirmed it. */
export function Archiving({ tagged }: { tagged: Tagged<Technology> }) {
  const [asking, setAsking] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const end = () => {
    setAsking(false)
    button.current?.focus()
  }
  return (
    <li>
      <button
        type="button"
        ref={button}
        className="offing-link-button"
        aria-expanded={asking}
        onClick={() => setAsking(!asking)}
      >
        {tagged.value.archived ? 'Bring back' : 'Archive'}
      </button>
      {asking && <Confirmation tagged={tagged} onEnd={end} />}
    </li>
  )
}

function Confirmation({ tagged, onEnd }: { tagged: Tagged<Technology>; onEnd: () => void }) {
  const { value: technology, tag } = tagged
  const client = useQueryClient()
  const { write, sending } = useWrite<Technology>()
  const [outcome, setOutcome] = useState<Outcome<Technology> | null>(null)
  const [why, setWhy] = useState<WhyArchive>({ reason: '', note: '' })
  const [asked, setAsked] = useState(false)

  const confirm = async () => {
    if (sending) return
    if (!technology.archived && why.reason === '') return setAsked(true)
    const result = await write({
      method: 'PUT',
      url: link(paths.technologyArchive, { technology: technology.id }),
      body: technology.archived ? { archived: false } : { archived: true, ...why },
      tag: tag ?? undefined,
    })
    setOutcome(result)
    if (result.kind === 'not-confirmed') return
    await client.invalidateQueries({ predicate: ({ queryKey: [first] }) => outOfDate.includes(String(first)) })
    if (result.kind === 'saved') onEnd()
  }

  return (
    <div className="offing-callout offing-technology__confirmation">
      {outcome && <NotDone outcome={outcome} changed={changedMeanwhile} />}
      <p>
        <strong>{technology.archived ? `Bring back ${technology.name}?` : `Archive ${technology.name}?`}</strong>{' '}
        {technology.archived ? returning : archiving}
      </p>
      {!technology.archived && <AskWhy why={why} missing={asked && why.reason === ''} onChange={setWhy} />}
      <div className="offing-row">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--small"
          aria-disabled={sending || undefined}
          onClick={confirm}
        >
          {technology.archived ? 'Bring it back' : 'Archive it'}
        </button>
        <button type="button" className="offing-link-button" onClick={onEnd}>
          Leave it as it is
        </button>
      </div>
    </div>
  )
}

const outOfDate: string[] = [
  keys.technology,
  keys.technologies,
  keys.ranking,
  keys.certainty,
  keys.readings,
  keys.standing,
]

const archiving =
  'It leaves the list of technologies. Nothing is deleted: scans that hold it keep it, and it can be brought back.'
const returning = 'It stands in the list of technologies again.'

const changedMeanwhile = (
  <>
    <strong>Somebody else changed this technology after you opened it,</strong> so nothing was done. This page now shows
    it as it is: look again, then decide.
  </>
)
