import './admin.scss'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { AccountRecord, SentLink } from '../../api/contract/accounts.ts'
import { pageLink, pages } from '../../api/contract/paths.ts'
import { useAccount, useMay } from '../shared/account.ts'
import { useAddress } from '../shared/address.ts'
import { AdminTabs } from '../shared/admin/AdminTabs.tsx'
import type { Tagged } from '../shared/api-client.ts'
import { Done } from '../shared/states/Done.tsx'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { dateLabel, listed } from '../shared/words.ts'
import { AccountActs } from './AccountActs.tsx'
import { AccountSessions } from './AccountSessions.tsx'
import { ChangeAccount } from './ChangeAccount.tsx'
import { useAccountRecord } from './queries.ts'
import { RemovePerson } from './RemovePerson.tsx'
import { SentLinkBox } from './SentLinkBox.tsx'
import { joinedInWords, rolesInWords, stateNames } from './words.ts'

/** One person's account: who they are, how they sign in, and what can be done about it. */
export default function AccountPage() {
  const { account = '' } = useParams()
  return (
    <>
      <AdminTabs />
      <Loaded query={useAccountRecord(account)} what="this account" missing="account" isPage>
        {(read) => <OfAccount key={account} read={read} />}
      </Loaded>
    </>
  )
}

type Said = { words: string; times: number; sent: SentLink | null }

function OfAccount({ read }: { read: Tagged<AccountRecord> }) {
  const account = read.value
  useTitle(account.name)
  const { get, change } = useAddress()
  const [said, setSaid] = useState<Said>({ words: '', times: 0, sent: null })
  const say = (words: string, sent: SentLink | null = null) => {
    setSaid(({ times }) => ({ words, times: times + 1, sent }))
    change({ act: null })
  }
  const may = useMay('accounts.write') && account.state !== 'removed' && !account.lookAround
  const act = may ? get('act') : ''
  if (act === 'change') return <ChangeAccount read={read} onDone={say} />
  if (act === 'remove') return <RemovePerson account={account} />
  return (
    <>
      {said.sent ? (
        <SentLinkBox key={said.times} name={account.name} sent={said.sent} />
      ) : (
        said.words && (
          <Done key={said.times}>
            <p>{said.words}</p>
          </Done>
        )
      )}
      <h1 className="nhsuk-heading-l nhsuk-u-margin-bottom-2">{account.name}</h1>
      <Facts account={account} />
      {may && <AccountActs read={read} onDone={say} />}
      {account.state !== 'removed' && <AccountSessions account={account.id} may={may} onDone={say} />}
    </>
  )
}

function Facts({ account }: { account: AccountRecord }) {
  const isOwn = useAccount().account.id === account.id
  if (account.state === 'removed')
    return (
      <p className="nhsuk-u-reading-width">
        This person was removed{account.erasedAt && ` on ${dateLabel(account.erasedAt)}`}. What they answered and wrote
        stays, without their name.
      </p>
    )
  return (
    <dl className="offing-facts">
      <dt>State</dt>
      <dd>
        {account.lookAround
          ? 'Made-up person of the demonstration, who can be used on this machine only'
          : stateNames[account.state]}
        {isOwn && ' (this is you)'}
      </dd>
      <dt>Email address</dt>
      <dd>{account.email}</dd>
      <dt>Roles</dt>
      <dd>{rolesInWords(account)}</dd>
      <dt>Writes reviews of</dt>
      <dd>{account.specialisms.length === 0 ? 'No specialism' : <Specialisms slugs={account.specialisms} />}</dd>
      <dt>Ways to sign in</dt>
      <dd>{waysOf(account)}</dd>
      <dt>Signing in</dt>
      <dd>{joinedInWords(account)}</dd>
      <dt>On panels</dt>
      <dd>{account.seats.length === 0 ? 'None' : <Seats account={account} />}</dd>
    </dl>
  )
}

function Specialisms({ slugs }: { slugs: string[] }) {
  return slugs.map((slug, i) => (
    <span key={slug}>
      {i > 0 && ', '}
      <Link to={pageLink(pages.specialism, { specialism: slug })}>{slug.replaceAll('-', ' ')}</Link>
    </span>
  ))
}

function Seats({ account: { seats } }: { account: AccountRecord }) {
  return seats.map(({ scan, left, open }, i) => (
    <span key={scan.slug}>
      {i > 0 && ', '}
      <Link to={pageLink(pages.panel, { scan: scan.slug })}>{scan.name}</Link>
      {left ? ' (has left)' : open ? ' (a round is prepared or open)' : ''}
    </span>
  ))
}

function waysOf({ hasPassword, singleSignOn, secondFactor }: AccountRecord): string {
  const ways = [hasPassword && 'password', singleSignOn && 'single sign-on', secondFactor && 'second factor']
  const has = ways.filter((way): way is string => way !== false)
  return has.length === 0 ? 'None yet' : listed(has)
}
