import { Link } from 'react-router'
import { useUnsent } from './outbox/use-outbox.ts'
import { doneLabel, keyOf, progressOf } from './queue.ts'
import { useGo } from './use-go.ts'
import { type Sitting, useSitting } from './use-sitting.ts'

/** How far one has come, what was done last with the way back, and the way out. */
export function ProgressBar() {
  const { queue, items, last, undo } = useSitting()
  const go = useGo(queue)
  const { line } = useUnsent()
  const { done, items: all } = progressOf(items)
  const takeBack = () => {
    const item = undo()
    if (item) go.to({ item: keyOf(item) })
  }
  return (
    <div className="offing-answer-progress">
      <p role="status">
        {last && `${saidOf(last, isWaiting(items, last.key), line === 'sending')} `}
        {doneLabel(items)}
      </p>
      <p>
        {last && !last.isUndone && (
          <button type="button" className="offing-link-button" onClick={takeBack}>
            Undo<span className="nhsuk-u-visually-hidden"> the answer on {last.name}</span>
          </button>
        )}{' '}
        <Link to={go.link({ view: 'stopped' })}>Stop here</Link>
      </p>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect width="100" height="4" />
        <rect className="offing-answer-progress__done" width={(done / all) * 100} height="4" />
      </svg>
    </div>
  )
}

/** Only what the server has confirmed is called saved. */
function saidOf({ name, said, isUndone }: NonNullable<Sitting['last']>, waits: boolean, isSending: boolean): string {
  if (waits) return isSending ? `Saving ${name} …` : `Kept on this device: ${name}, ${said}.`
  return isUndone ? `Put back as it was: ${name}.` : `Saved: ${name}, ${said}.`
}

const isWaiting = (items: Sitting['items'], key: string) =>
  items.some((item) => keyOf(item) === key && item.unsent !== null)
