import { useState } from 'react'
import type { QueueList, RatingResponse } from '../../../api/contract/ratings.ts'
import { inWords } from '../answer-fields.ts'
import { nameOf, type Unsent } from './unsent.ts'
import { useOutbox, useUnsent } from './use-outbox.ts'

/** Answers that will not go by themselves: refused ones, and those that met another answer. Shown to their giver alone. */
export function NeedsYou({ queues }: { queues: QueueList['items'] }) {
  const { unsent } = useUnsent()
  const bandsOf = (round: string) => queues.find((queue) => queue.round.id === round)?.bands ?? []
  return unsent.map((one) => {
    if (one.state === 'refused') return <Refused key={nameOf(one)} unsent={one} />
    if (one.state !== 'clash' || !one.current) return null
    return (
      <Clash key={nameOf(one)} unsent={one} there={inWords(one.current, bandsOf(one.round))} current={one.current} />
    )
  })
}

const placeOf = ({ names }: Unsent) => `${names.technology}, for ${names.specialism}`

function Refused({ unsent }: { unsent: Unsent }) {
  const outbox = useOutbox()
  const [copied, setCopied] = useState('')
  const { said, body, detail } = unsent
  const text = `${placeOf(unsent)}: ${said}.${body.reason ? ` ${body.reason}` : ''}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('Copied.')
    } catch {
      setCopied('This browser does not let pages copy: select the text instead.')
    }
  }
  return (
    <section className="offing-callout offing-callout--warning" aria-label={`Not taken: ${placeOf(unsent)}`}>
      <h2 className="nhsuk-heading-s">This answer was not taken</h2>
      <p>{text}</p>
      <p>{detail} What was saved before counts.</p>
      <div className="offing-ways">
        <button type="button" className="nhsuk-button nhsuk-button--small nhsuk-button--secondary" onClick={copy}>
          Copy
        </button>
        <button type="button" className="offing-link-button" onClick={() => outbox.drop(unsent)}>
          Dismiss
        </button>
        <span role="status">{copied}</span>
      </div>
    </section>
  )
}

function Clash({ unsent, there, current }: { unsent: Unsent; there: string; current: RatingResponse }) {
  const outbox = useOutbox()
  return (
    <section className="offing-callout offing-callout--warning" aria-label={`Two answers: ${placeOf(unsent)}`}>
      <h2 className="nhsuk-heading-s">You have answered this in another window</h2>
      <p>
        {placeOf(unsent)}. There you said: <strong>{there}</strong>. Here you said: <strong>{unsent.said}</strong>,
        which is not saved.
      </p>
      <div className="offing-ways">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
          onClick={() => {
            outbox.onSaved(unsent, current)
            outbox.drop(unsent)
          }}
        >
          Keep the answer given there
        </button>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
          onClick={() => outbox.insist(unsent)}
        >
          Use the one given here
        </button>
      </div>
    </section>
  )
}
