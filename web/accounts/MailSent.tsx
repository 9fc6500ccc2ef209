import { type LinkPurpose, minutesGood } from '../../api/accounts/links/purpose.ts'
import { Done } from '../shared/states/Done.tsx'

interface Props {
  to: string
  purpose: LinkPurpose
  onAgain: () => void
}

/** After a link was asked for. Whether there is an account with the address is nobody's to learn here. */
export function MailSent({ to, purpose, onAgain }: Props) {
  return (
    <>
      <Done>
        <h2 className="nhsuk-heading-s">Look in your mail</h2>
        <p>
          If there is an account with the address <b className="offing-address">{to}</b>, a link is on its way. It works
          once, for {minutesGood[purpose]} minutes.
        </p>
      </Done>
      <p>
        Nothing there after a few minutes? Look among unwanted mail, and check that the address above is the one to
        which you were invited.
      </p>
      <p>
        <button type="button" className="offing-link-button" onClick={onAgain}>
          Try again, or with another address
        </button>
      </p>
    </>
  )
}
