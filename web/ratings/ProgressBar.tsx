import { Link } from 'react-router'
import { saysTheSame } from '../../api/ratings/rating.ts'
import { nameOf, type Unsent } from './outbox/unsent.ts'
import { useUnsent } from './outbox/use-outbox.ts'
import { doneLabel, keyOf, progressOf } from './queue.ts'
import { useGo } from './use-go.ts'
import { type Sitting, useSitting } from './use-sitting.ts'

/** How far one has come, what was done last with the way back, and the way out. */
export function ProgressBar() {
  const { queue, items, last, undo } = useSitting()
  const go = useGo(queue)
  const { line, unsent } = useUnsent()
  const { done, items: all } = progressOf(items)
  const takeBack = () => {
    const item = undo()
    if (item) go.to({ item: keyOf(item) })
  }
  return (
    <div className="offing-answer-progress">
      <p role="status">
        {last && saidOf(last, fateOf(last, items, unsent, queue.round.id), line === 'sending')}
        {doneLabel(items)}
      </p>
      <p className="offing-answer-progress__ways">
        {last && !last.isUndone && (
          <button type="button" className="offing-link-button" onClick={takeBack}>
            Undo<span className="nhsuk-u-visually-hidden"> the answer on {last.name}</span>
          </button>
        )}
        <Link to={go.link({ view: 'stopped' })}>Stop here</Link>
      </p>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="4" />
        <rect className="offing-answer-progress__done" width={(done / all) * 100} height="4" />
      </svg>
    </div>
  )
}

type Last = NonNullable<Sitting['last']>
type Fate = 'waiting' | 'saved' | 'not-taken' | 'gone'

/** What has become of what was done last: refused, or met by another answer, it is not saved; dismissed, nothing is left to say. */
function fateOf({ key, body }: Last, items: Sitting['items'], unsent: readonly Unsent[], round: string): Fate {
  const item = items.find((one) => keyOf(one) === key)
  if (item?.unsent) return 'waiting'
  if (unsent.some((one) => nameOf(one) === `${round} ${key}`)) return 'not-taken'
  const isSaved = item?.saved ? saysTheSame(body, item.saved) : body.stance === 'withdrawn'
  return isSaved ? 'saved' : 'gone'
}

/** Only what the server has confirmed is called saved. */
function saidOf({ name, said, isUndone }: Last, fate: Fate, isSending: boolean): string {
  if (fate === 'gone') return ''
  if (fate === 'not-taken') return `Not taken: ${name}, ${said}. See above. `
  if (fate === 'waiting') return isSending ? `Saving ${name} … ` : `Kept on this device: ${name}, ${said}. `
  return isUndone ? `Put back as it was: ${name}. ` : `Saved: ${name}, ${said}. `
}
