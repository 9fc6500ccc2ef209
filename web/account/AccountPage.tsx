import './account.scss'
import type { OwnAccount } from '../../api/contract/second-factor.ts'
import { useAbout, useSpecialisms } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { listed, roleNames } from '../shared/words.ts'
import { OwnData } from './OwnData.tsx'
import { OwnPassword } from './OwnPassword.tsx'
import { OwnSessions } from './OwnSessions.tsx'
import { useOwnAccount } from './queries.ts'
import { SecondFactor } from './SecondFactor.tsx'

/** What somebody may see and change of their own account. */
export default function AccountPage() {
  useTitle('Your account')
  // Where everybody comes by single sign-on, passwords and codes are its business.
  const isLocal = useAbout().data?.localAccounts !== false
  return (
    <>
      <h1 className="nhsuk-heading-l">Your account</h1>
      <Loaded query={useOwnAccount()} what="your account">
        {(account) => (
          <>
            <Facts account={account} />
            {isLocal && account.hasPassword && <OwnPassword email={account.email} />}
            {isLocal && <SecondFactor state={account.secondFactor} />}
            <OwnSessions />
            <OwnData />
          </>
        )}
      </Loaded>
    </>
  )
}

function Facts({ account: { name, email, roles, specialisms } }: { account: OwnAccount }) {
  const known = useSpecialisms().data?.items ?? []
  const names = specialisms.map((slug) => known.find((one) => one.slug === slug)?.name ?? slug)
  return (
    <>
      <dl className="offing-facts">
        <dt>Name</dt>
        <dd>{name}</dd>
        <dt>Email address</dt>
        <dd>{email}</dd>
        <dt>{roles.length === 1 ? 'Role' : 'Roles'}</dt>
        <dd>{listed(roles.map((role) => roleNames[role])) || 'None'}</dd>
        {names.length > 0 && (
          <>
            <dt>You write reviews of</dt>
            <dd>{listed(names)}</dd>
          </>
        )}
      </dl>
      <p className="offing-quiet">An administrator changes these. If something is not right, tell your scan team.</p>
    </>
  )
}
