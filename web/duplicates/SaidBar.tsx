import { useState } from 'react'
import { link, paths } from '../../api/contract/paths.ts'
import { Done } from '../shared/states/Done.tsx'
import { NotDone } from '../shared/states/NotDone.tsx'
import { type Outcome, useWrite } from '../shared/use-write.ts'
import { changedMeanwhile } from './changed-meanwhile.tsx'
import { useMergesChanged } from './use-merges-changed.ts'

/** What was done, and what takes it back: a merge, or that two are different. */
export interface Said {
  words: string
  undo?: { technology: string; merge: string }
  apart?: { technology: string; other: string }
}

/** What was done last, with the way to undo it. */
export function SaidBar({ said, onUndone }: { said: Said; onUndone: (said: Said) => void }) {
  const changed = useMergesChanged()
  const { write, sending } = useWrite()
  const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null)
  const undo = async () => {
    if (sending) return
    const url = said.undo ? link(paths.merge, said.undo) : link(paths.toldApart, said.apart!)
    // It names the very merge: whatever else has changed meanwhile is not undone with it.
    const result = await write({ method: 'DELETE', url, ...(said.undo && { tag: '*' }) })
    setOutcome(result)
    if (result.kind !== 'saved') return
    await changed()
    onUndone({ words: `Undone: ${said.words}` })
  }
  return (
    <Done>
      {outcome && <NotDone outcome={outcome} changed={changedMeanwhile} />}
      <p>
        {said.words}{' '}
        {(said.undo || said.apart) && (
          <button type="button" className="offing-link-button" aria-disabled={sending || undefined} onClick={undo}>
            Undo
          </button>
        )}
      </p>
    </Done>
  )
}
