import { useForm } from 'react-hook-form'
import { Link, useNavigate } from 'react-router'
import type { AccountRecord } from '../../api/contract/accounts.ts'
import { link, pageLink, pages, paths } from '../../api/contract/paths.ts'
import { Step } from '../scans/Step.tsx'
import { useAddress } from '../shared/address.ts'
import { Form, SubmitButton, TextField } from '../shared/forms/index.ts'
import { listed } from '../shared/words.ts'
import { useAccountsChanged } from './queries.ts'

/** Removes a person for ever, once their name was typed. */
export function RemovePerson({ account }: { account: AccountRecord }) {
  const { id, name, seats } = account
  const form = useForm({ defaultValues: { name: '' }, shouldFocusError: false })
  const { linkWith } = useAddress()
  const changed = useAccountsChanged()
  const navigate = useNavigate()
  const open = seats.filter((seat) => seat.open)
  return (
    <Step title={`Remove ${name} for ever`} back="Back to the account">
      <div className="nhsuk-u-reading-width">
        <p>
          <strong>This cannot be undone.</strong> To stop somebody from signing in for a time, switch their account off
          instead.
        </p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>
            Their name, email address, password, second factor, sessions, links and rights are deleted from the
            database.
          </li>
          <li>
            So are the addresses that they acted from, messages not sent yet, and the words of their declarations of
            interests.
          </li>
          <li>
            Their answers, reviews, notes and what the audit trail says stay, as those of a “Removed person”. If a text
            that they wrote names somebody, it still does: change it first.
          </li>
          <li>Answers in published editions and in files stay under a pseudonym that no longer leads to anybody.</li>
          <li>Backups made before hold the name until they are thrown away in their turn.</li>
        </ul>
        {open.length > 0 && (
          <div className="offing-callout offing-callout--warning">
            <p>
              <strong>A round is prepared or open</strong> on {listed(open.map(({ scan }) => scan.name))}. Hand the seat
              over first, so that what is not answered goes to somebody else:{' '}
              {open.map(({ scan }) => (
                <Link key={scan.slug} to={pageLink(pages.panel, { scan: scan.slug })}>
                  the panel of {scan.name}
                </Link>
              ))}
              .
            </p>
          </div>
        )}
      </div>
      <Form
        form={form}
        request={(body) => ({ method: 'POST', url: link(paths.accountErasure, { account: id }), body })}
        onSaved={() => {
          void changed()
          void navigate(pages.accounts, { state: { said: 'The person is removed.' } })
        }}
      >
        <TextField
          name="name"
          label={`Type the name “${name}” to confirm`}
          autoComplete="off"
          width={30}
          rules={{ required: 'Type the name exactly as it stands' }}
        />
        <div className="offing-row offing-form-end">
          <SubmitButton isWarning sending="Removing …">
            Remove for ever
          </SubmitButton>
          <Link to={linkWith({ act: null })}>Leave the account as it is</Link>
        </div>
      </Form>
    </Step>
  )
}
