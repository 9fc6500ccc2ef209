import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DuplicateDetail } from '../../api/contract/duplicates.ts'
import type { Merge } from '../../api/contract/merges.ts'
import { link, paths } from '../../api/contract/paths.ts'
import type { Technology } from '../../api/contract/technologies.ts'
import type { Tagged } from '../shared/api-client.ts'
import { keys } from '../shared/queries.ts'
import { NotDone } from '../shared/states/NotDone.tsx'
import { type Outcome, useWrite } from '../shared/use-write.ts'
import { count } from '../shared/words.ts'
import { changedMeanwhile } from './changed-meanwhile.tsx'
import { duplicates } from './queries.ts'
import type { Said } from './SaidBar.tsx'
import { TellApart } from './TellApart.tsx'
import { useMergesChanged } from './use-merges-changed.ts'

interface Props {
  left: Tagged<Technology>
  right: Tagged<Technology>
  pair: DuplicateDetail
  onDone: (said: Said) => void
}

type Choice = 'left' | 'right' | 'apart'

/** Different for good, or one under the other: each is asked once more, with what it does. */
export function Decision({ left, right, pair, onDone }: Props) {
  const [choice, setChoice] = useState<Choice | null>(null)
  const press = (one: Choice) => () => setChoice(choice === one ? null : one)
  const button = (one: Choice, words: string) => (
    <button
      type="button"
      className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
      aria-expanded={choice === one}
      onClick={press(one)}
    >
      {words}
    </button>
  )
  return (
    <section aria-labelledby="decision" className="offing-no-print">
      <h2 className="nhsuk-heading-m" id="decision">
        Decide
      </h2>
      {pair.refused && <p className="offing-callout offing-callout--slim">They cannot be merged now. {pair.refused}</p>}
      <div className="offing-row">
        {!pair.toldApart && button('apart', 'Different, for good')}
        {!pair.refused && button('left', `Merge: keep ${left.value.name}`)}
        {!pair.refused && button('right', `Merge: keep ${right.value.name}`)}
      </div>
      {choice === 'apart' && (
        <TellApart left={left.value} right={right.value} onDone={onDone} onCancel={press('apart')} />
      )}
      {choice === 'left' && (
        <MergeStep key="left" survivor={left} merged={right} onDone={onDone} onCancel={press('left')} />
      )}
      {choice === 'right' && (
        <MergeStep key="right" survivor={right} merged={left} onDone={onDone} onCancel={press('right')} />
      )}
    </section>
  )
}

interface MergeProps {
  survivor: Tagged<Technology>
  merged: Tagged<Technology>
  onDone: (said: Said) => void
  onCancel: () => void
}

/** Says what a merge does, then does it. */
function MergeStep({ survivor, merged, onDone, onCancel }: MergeProps) {
  const client = useQueryClient()
  const changed = useMergesChanged()
  const { write, sending } = useWrite<Merge>()
  const [outcome, setOutcome] = useState<Outcome<Merge> | null>(null)
  const [keeps, goes] = [survivor.value, merged.value]
  const confirm = async () => {
    if (sending) return
    const url = link(paths.merges, { technology: keeps.slug })
    const body = { merged: goes.slug, version: goes.version }
    const result = await write({ method: 'POST', url, body, tag: survivor.tag ?? undefined })
    setOutcome(result)
    if (result.kind === 'saved') {
      await changed()
      onDone({
        words: `${goes.name} was merged into ${keeps.name}.`,
        undo: { technology: keeps.slug, merge: result.value.id },
      })
    } else if (result.kind === 'refused')
      for (const key of [keys.technology, duplicates]) await client.invalidateQueries({ queryKey: [key] })
  }
  return (
    <div className="offing-callout">
      {outcome && <NotDone outcome={outcome} changed={changedMeanwhile} />}
      <p>
        <strong>
          Merge {goes.name} into {keeps.name}?
        </strong>{' '}
        {keeps.name} takes over its names, {count(goes.evidence.length, 'piece of evidence', 'pieces of evidence')} and
        its signals; {goes.name} is archived, and its address leads on. Answers, reviews and editions stay where they
        are. It can be undone until a round opens on {keeps.name}.
      </p>
      <div className="offing-row">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--small"
          aria-disabled={sending || undefined}
          onClick={confirm}
        >
          Merge them
        </button>
        <button type="button" className="offing-link-button" onClick={onCancel}>
          Leave them as they are
        </button>
      </div>
    </div>
  )
}
