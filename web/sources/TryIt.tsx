import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { link, paths } from '../../api/contract/paths.ts'
import type { SourceTrial } from '../../api/contract/sources.ts'
import { useWrite } from '../shared/use-write.ts'
import { count, dateLabel } from '../shared/words.ts'
import { type SourceFields, tryRequest } from './source-fields.ts'

type Tried = { asked: string; trial: SourceTrial } | { asked: string; problem: string }

/** Asks the source for the first page of what the form now says, and shows it; nothing is kept. */
export function TryIt() {
  const { trigger, getValues } = useFormContext<SourceFields>()
  const [connector, query, from] = useWatch<SourceFields, ['connector', 'query', 'from']>({
    name: ['connector', 'query', 'from'],
  })
  const { write, sending } = useWrite<SourceTrial>()
  const [tried, setTried] = useState<Tried | null>(null)
  const tryNow = async () => {
    if (sending || !(await trigger(['connector', 'query', 'from'], { shouldFocus: true }))) return
    const body = tryRequest(getValues())
    const outcome = await write({ method: 'POST', url: link(paths.sourceTrials, {}), body })
    const asked = JSON.stringify(body)
    if (outcome.kind === 'saved') setTried({ asked, trial: outcome.value })
    else setTried({ asked, problem: outcome.kind === 'refused' ? outcome.problem.detail : noAnswer })
  }
  const isOld = tried !== null && tried.asked !== JSON.stringify(tryRequest({ ...getValues(), connector, query, from }))
  return (
    <>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary"
        aria-disabled={sending || undefined}
        onClick={() => void tryNow()}
      >
        {sending ? 'Asking the source …' : 'Try it'}
      </button>
      <div role="status">
        {tried && (
          <section className="offing-card offing-tried" aria-label="What it finds">
            {isOld && <p className="offing-quiet">You have changed the question since. Try it again.</p>}
            {'problem' in tried ? <p>{tried.problem}</p> : <Found trial={tried.trial} />}
          </section>
        )}
      </div>
    </>
  )
}

const noAnswer = 'The server did not answer. You can safely try again.'

function Found({ trial }: { trial: SourceTrial }) {
  const { items, received, total, more, notes, failure } = trial
  if (failure)
    return (
      <p>
        <strong>It did not work.</strong> {failure}
      </p>
    )
  return (
    <>
      <h3 className="nhsuk-heading-s">{summary(received, total, more)}</h3>
      <p className="offing-quiet">This is only a look: nothing is kept.</p>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <ol className="offing-tried__list">
        {items.map((one) => (
          <li key={one.sourceRecord}>
            <strong>{one.webAddress ? <Outside address={one.webAddress} text={one.title} /> : one.title}</strong>
            <span className="offing-quiet">
              {[one.dated ? dateLabel(one.dated) : 'no date', one.organisation, one.status].filter(Boolean).join(' · ')}
            </span>
            {one.text && <span className="offing-tried__text">{one.text}</span>}
          </li>
        ))}
      </ol>
      {received > items.length && <p className="offing-quiet">The first {items.length} are shown.</p>}
    </>
  )
}

function Outside({ address, text }: { address: string; text: string }) {
  return (
    <a href={address} rel="noreferrer noopener" target="_blank">
      {text}
      <span className="nhsuk-u-visually-hidden"> (opens in a new tab)</span>
    </a>
  )
}

function summary(received: number, total: number | null, more: boolean): string {
  if (received === 0) return more ? 'Nothing on the first page, but there are more pages' : 'Nothing was found'
  if (total !== null && more) return `${count(received, 'record')} on the first page, of ${total} in all`
  return more
    ? `${count(received, 'record')} on the first page, and there are more`
    : `${count(received, 'record')} in all`
}
