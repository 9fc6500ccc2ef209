import { type RefObject, useState } from 'react'
import type { RenderedMessage } from '../../api/contract/messages.ts'
import { CopyAddresses } from '../scans/CopyAddresses.tsx'

interface Props {
  message: RenderedMessage
  /** For whoever gives it the focus. */
  heading: RefObject<HTMLHeadingElement | null> | undefined
  onSent: () => void
}

/** One message with its address, subject and text, each to be copied. */
export function CopyMessage({ message, heading, onSent }: Props) {
  const { id, name, email, subject, text } = message
  const rows = text.split('\n').length + 1
  return (
    <article className="offing-message" aria-labelledby={`to-${id}`}>
      <h3
        className="nhsuk-heading-s nhsuk-u-margin-bottom-1 offing-step-title"
        id={`to-${id}`}
        tabIndex={-1}
        ref={heading}
      >
        To {name}
      </h3>
      <p className="nhsuk-u-margin-bottom-2">
        {email}
        <br />
        {subject}
      </p>
      <label className="nhsuk-label" htmlFor={`text-${id}`}>
        Message
      </label>
      <textarea className="nhsuk-textarea" id={`text-${id}`} readOnly rows={Math.min(rows, 8)} value={text} />
      <div className="offing-row">
        <CopyAddresses members={[message]} />
        <Copy what="subject" text={subject} />
        <Copy what="message" text={text} />
        <button type="button" className="nhsuk-button nhsuk-button--small nhsuk-button--secondary" onClick={onSent}>
          Mark as sent<span className="nhsuk-u-visually-hidden"> (to {name})</span>
        </button>
      </div>
    </article>
  )
}

function Copy({ what, text }: { what: string; text: string }) {
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('Copied.')
    } catch {
      setSaid('Your browser does not let this page copy: mark the text above and copy it by hand.')
    }
  }
  return (
    <>
      <button type="button" className="offing-link-button" onClick={() => void copy()}>
        Copy the {what}
      </button>
      <span role="status">{said}</span>
    </>
  )
}
