import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { link, paths } from '../../api/contract/paths.ts'
import type { Evidence } from '../../api/contract/technologies.ts'
import { keys } from '../shared/queries.ts'
import { useWrite } from '../shared/use-write.ts'

interface Props {
  technology: string
  evidence: Evidence
  onDone: (what: string) => void
}

/** Archived evidence is no longer shown to others, and can be brought back. */
export function ArchiveEvidence({ technology, evidence, onDone }: Props) {
  const client = useQueryClient()
  const { write, state } = useWrite()
  const [refusal, setRefusal] = useState('')
  const archive = async () => {
    const outcome = await write({
      method: 'PUT',
      url: link(paths.evidenceArchive, { technology, evidence: evidence.id }),
      body: { archived: !evidence.archived },
      tag: `"${evidence.version}"`,
    })
    if (outcome.kind === 'not-confirmed') return
    await client.invalidateQueries({ queryKey: [keys.technology] })
    if (outcome.kind === 'refused') setRefusal(outcome.problem.detail)
    else onDone(evidence.archived ? 'The evidence is back.' : 'The evidence is archived.')
  }
  return (
    <>
      <button type="button" className="offing-link-button" onClick={() => void archive()}>
        {evidence.archived ? 'Bring back' : 'Archive'}
        <span className="nhsuk-u-visually-hidden"> this evidence: {evidence.text}</span>
      </button>
      <span role="alert">{state === 'not-confirmed' ? 'Not confirmed. Please try again.' : refusal}</span>
    </>
  )
}
