import { useState } from 'react'
import type { SentLink } from '../../api/contract/accounts.ts'
import { Done } from '../shared/states/Done.tsx'
import { dateLabel } from '../shared/words.ts'

/** What became of a link: mailed, or here to be copied, this once. */
export function SentLinkBox({ name, sent }: { name: string; sent: SentLink }) {
  const [copied, setCopied] = useState(false)
  if (sent.link === null)
    return (
      <Done>
        <p>
          A link was mailed to {name}. It works once, until {dateLabel(sent.expiresAt)}.
        </p>
      </Done>
    )
  const { link } = sent
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    setCopied(true)
  }
  return (
    <Done>
      <p>
        <strong>Send this link to {name}, and to nobody else.</strong> It is shown only now, works once, and until{' '}
        {dateLabel(sent.expiresAt)}. Whoever has it can sign in as {name}.
      </p>
      <code className="offing-admin__link">{link}</code>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
        onClick={() => void copy()}
      >
        Copy the link
      </button>
      <span role="status">{copied && ' Copied'}</span>
    </Done>
  )
}
