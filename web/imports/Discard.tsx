import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Import } from '../../api/contract/imports.ts'
import { link, pages, paths } from '../../api/contract/paths.ts'
import { NotConfirmed } from '../shared/forms/outcomes.tsx'
import { useWrite } from '../shared/use-write.ts'
import { useImportChanged } from './queries.ts'

/** Forgets the file. What was entered from it stays in the registry. */
export function Discard({ it }: { it: Import }) {
  const { write, state, sending } = useWrite()
  const [refused, setRefused] = useState('')
  const changed = useImportChanged()
  const navigate = useNavigate()
  const discard = async () => {
    if (sending) return
    setRefused('')
    const url = link(paths.import, { import: it.id })
    const outcome = await write({ method: 'DELETE', url, tag: `"${it.version}"` })
    if (outcome.kind === 'refused') return setRefused(outcome.problem.detail)
    if (outcome.kind !== 'saved') return
    await navigate(pages.imports, { state: { said: `${it.fileName} was discarded.` } })
    await changed()
  }
  return (
    <section aria-label="Discard" className="offing-no-print">
      {refused && <p role="alert">{refused}</p>}
      {state === 'not-confirmed' && <NotConfirmed />}
      <p>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          aria-disabled={sending}
          onClick={() => void discard()}
        >
          Discard this file
        </button>{' '}
        <span className="offing-quiet">
          {it.state === 'entered'
            ? 'What was entered stays in the registry.'
            : 'Nothing of it was entered. It is forgotten by itself when the server is restarted.'}
        </span>
      </p>
    </section>
  )
}
