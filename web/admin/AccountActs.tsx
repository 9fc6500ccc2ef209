import { useState } from 'react'
import { Link } from 'react-router'
import type { AccountRecord, SentLink } from '../../api/contract/accounts.ts'
import { link, paths } from '../../api/contract/paths.ts'
import { useAccount } from '../shared/account.ts'
import { useAddress } from '../shared/address.ts'
import type { Tagged } from '../shared/api-client.ts'
import { NotDone } from '../shared/states/NotDone.tsx'
import { type Outcome, useWrite } from '../shared/use-write.ts'
import { changeRequest, fieldsOf } from './account-fields.ts'
import { useAccountsChanged } from './queries.ts'

interface Props {
  read: Tagged<AccountRecord>
  onDone: (said: string, sent?: SentLink) => void
}

/** Change, invite again, another password, switch off and on, second factor, data, remove. */
export function AccountActs({ read, onDone }: Props) {
  const { value: account, tag } = read
  const { write, sending } = useWrite<SentLink | AccountRecord | undefined>()
  const { linkWith } = useAddress()
  const changed = useAccountsChanged()
  const [outcome, setOutcome] = useState<Outcome<unknown> | null>(null)
  const isOwn = useAccount().account.id === account.id
  const at = { account: account.id }
  const act = async (request: Parameters<typeof write>[0], said: string) => {
    if (sending) return
    const ended = await write(request)
    await changed()
    setOutcome(ended)
    if (ended.kind === 'saved') onDone(said, isLink(ended.value) ? ended.value : undefined)
  }
  const sendLink = (url: string) => act({ method: 'POST', url }, '')
  const switchTo = (off: boolean) =>
    act(
      {
        method: 'PUT',
        url: link(paths.oneAccount, at),
        body: changeRequest(fieldsOf(account), off),
        tag: tag ?? `"${account.version}"`,
      },
      off ? 'The account is switched off. Whoever was signed in is signed out.' : 'The account is switched on again.',
    )
  const isOff = account.state === 'off'
  return (
    <div className="offing-no-print">
      <div className="offing-row">
        <Link className="nhsuk-button nhsuk-button--small" to={linkWith({ act: 'change' })}>
          Change name, address or roles
        </Link>
        {account.state === 'invited' && (
          <Press onPress={() => sendLink(link(paths.accountInvitation, at))} busy={sending}>
            {account.invitedUntil ? 'Make a new invitation' : 'Invite'}
          </Press>
        )}
        {account.state === 'active' && account.hasPassword && (
          <Press onPress={() => sendLink(link(paths.accountPasswordReset, at))} busy={sending}>
            Make a link to another password
          </Press>
        )}
        {account.secondFactor && !isOwn && (
          <Press
            onPress={() =>
              act(
                { method: 'DELETE', url: link(paths.accountSecondFactor, at) },
                'The second factor is removed. They set up another one when they sign in.',
              )
            }
            busy={sending}
          >
            Remove the second factor
          </Press>
        )}
        {!isOwn && (
          <Press onPress={() => switchTo(!isOff)} busy={sending}>
            {isOff ? 'Switch on again' : 'Switch off'}
          </Press>
        )}
      </div>
      {outcome && (
        <NotDone
          outcome={outcome}
          changed="Somebody else changed this account after you opened it, so nothing was done. Look again, then decide."
        />
      )}
      <ul className="nhsuk-list">
        <li>
          <a href={link(paths.accountData, at)} download={`data-of-${account.id}.json`}>
            Download what is held of {account.name}
          </a>{' '}
          <span className="offing-quiet">for a subject access request; without their answers</span>
        </li>
        {!isOwn && (
          <li>
            <Link to={linkWith({ act: 'remove' })}>Remove this person for ever</Link>
          </li>
        )}
      </ul>
    </div>
  )
}

/** What other acts answer is the account, or nothing. */
function isLink(answer: SentLink | AccountRecord | undefined): answer is SentLink {
  return answer !== undefined && 'mailed' in answer
}

function Press({ onPress, busy, children }: { onPress: () => void; busy: boolean; children: string }) {
  return (
    <button
      type="button"
      className="nhsuk-button nhsuk-button--small nhsuk-button--secondary"
      aria-disabled={busy || undefined}
      onClick={onPress}
    >
      {children}
    </button>
  )
}
