import { useState } from 'react'
import type { SentLink } from '../../api/contract/accounts.ts'
import { Done } from '../shared/states/Done.tsx'
import { dateLabel } from '../shared/words.ts'

/** What became of a link: mailed, or here to be copied, this once. */
export function SentLinkBox({ name, sent: { link, expiresAt } }: { name: string; sent: SentLink }) {
  const until = expiresAt && `until ${dateLabel(expiresAt)}`
  if (link === null)
    return (
      <Done>
        <p>
          A link was mailed to {name}. It works once, {until}.
        </p>
      </Done>
    )
  return (
    <Done>
      {until ? (
        <p>
          <strong>Send this link to {name}, and to nobody else.</strong> It is shown only now, works once, and {until}.
          Whoever has it can sign in as {name}.
        </p>
      ) : (
        <p>{name} signs in with the account of the organisation. Send them this address; it holds no secret.</p>
      )}
      <code className="offing-admin__link">{link}</code>
      <CopyButton text={link} />
    </Done>
  )
}

function CopyButton({ text }: { text: string }) {
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('Your browser does not let the page copy. Select the link above.'),
    )
  return (
    <>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
        onClick={() => void copy()}
      >
        Copy the link
      </button>{' '}
      <span role="status">{said}</span>
    </>
  )
}
