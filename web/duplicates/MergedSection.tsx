import { useState } from 'react'
import { Link } from 'react-router'
import type { Merge } from '../../api/contract/merges.ts'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import type { Technology } from '../../api/contract/technologies.ts'
import { useMay } from '../shared/account.ts'
import { NotDone } from '../shared/states/NotDone.tsx'
import { type Outcome, useWrite } from '../shared/use-write.ts'
import { count, dateLabel, listed } from '../shared/words.ts'
import { changedMeanwhile } from './changed-meanwhile.tsx'
import { useMerges } from './queries.ts'
import { useMergesChanged } from './use-merges-changed.ts'

/** On the page of a technology that was merged: where it leads now. */
export function MergedInto({ technology: { name, mergedInto } }: { technology: Technology }) {
  if (!mergedInto) return null
  return (
    <p className="offing-callout">
      {name} was merged into{' '}
      <Link to={pageLink(pages.technology, { technology: mergedInto.slug })}>{mergedInto.name}</Link>, which has its
      names, evidence and signals. What was answered about it, and its history, stay here.
    </p>
  )
}

/** What was merged into a technology, for the scan team: each can be taken back until a round has opened since. */
export function MergedHere({ technology }: { technology: Technology }) {
  const mayRead = useMay('duplicates.read')
  const merges = useMerges(technology.slug, mayRead).data?.items ?? []
  if (merges.length === 0) return null
  return (
    <section aria-labelledby="merged-here">
      <h2 className="nhsuk-heading-m" id="merged-here">
        Merged into this
      </h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {merges.map((merge) => (
          <MergeItem key={merge.id} merge={merge} survivor={technology} />
        ))}
      </ul>
    </section>
  )
}

function MergeItem({ merge, survivor }: { merge: Merge; survivor: Technology }) {
  const { merged, aliases, evidence, signals, by, at, undoneAt, stays } = merge
  return (
    <li>
      <Link to={pageLink(pages.technology, { technology: merged.slug })}>{merged.name}</Link>, by{' '}
      {by ?? 'somebody who has left'} on {dateLabel(at)}. It brought{' '}
      {listed([
        count(aliases.length, 'name'),
        count(evidence, 'piece of evidence', 'pieces of evidence'),
        count(signals, 'signal'),
      ])}
      .{undoneAt && ` Taken back on ${dateLabel(undoneAt)}.`}
      {stays && <span className="offing-quiet offing-block">{stays}</span>}
      {!undoneAt && !stays && <TakeBack merge={merge} survivor={survivor} />}
    </li>
  )
}

function TakeBack({ merge, survivor }: { merge: Merge; survivor: Technology }) {
  const mayMerge = useMay('technologies.merge')
  const changed = useMergesChanged()
  const { write, sending } = useWrite<Merge>()
  const [outcome, setOutcome] = useState<Outcome<Merge> | null>(null)
  if (!mayMerge) return null
  const takeBack = async () => {
    if (sending) return
    const url = link(paths.merge, { technology: survivor.slug, merge: merge.id })
    const result = await write({ method: 'DELETE', url, tag: `"${survivor.version}"` })
    setOutcome(result)
    if (result.kind !== 'not-confirmed') await changed()
  }
  return (
    <>
      {' '}
      <button
        type="button"
        className="offing-link-button offing-no-print"
        aria-disabled={sending || undefined}
        onClick={takeBack}
      >
        Take back<span className="nhsuk-u-visually-hidden"> the merge of {merge.merged.name}</span>
      </button>
      {outcome && <NotDone outcome={outcome} changed={changedMeanwhile} />}
    </>
  )
}
