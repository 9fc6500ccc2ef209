import './account.scss'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { pageAfterSignIn } from '../../api/contract/page-after-sign-in.ts'
import { link, pages, paths } from '../../api/contract/paths.ts'
import type { Session } from '../../api/contract/session.ts'
import { useSignedIn } from '../accounts/use-signed-in.ts'
import { withQuery } from '../shared/address.ts'
import { keys, useSession } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { CodeForm } from './CodeForm.tsx'
import { Recovery } from './Recovery.tsx'
import { SetUp } from './SetUp.tsx'

/** Between the password and the page that was asked for: the code, or setting up where it comes from. */
export default function SecondFactorPage() {
  useTitle('Complete your sign-in')
  const [parameters] = useSearchParams()
  const wanted = parameters.get('next')
  const go = useNavigate()
  const client = useQueryClient()
  const query = useSession()
  const [codes, setCodes] = useState<string[] | null>(null)
  const next = pageAfterSignIn(wanted)
  const goOn = async () => {
    await client.refetchQueries({ queryKey: [keys.session] })
    await go(next, { replace: true })
  }
  if (codes)
    return (
      <>
        <h1 className="nhsuk-heading-l">Complete your sign-in</h1>
        <Recovery
          codes={codes}
          said="It is set up, and you are signed in. From now on you are asked for a code when you sign in."
          act="I have kept them: go on"
          onKept={() => void goOn()}
        />
      </>
    )
  return (
    <Loaded query={query} what="your sign-in" isPage>
      {(session) => {
        if (!session) return <Navigate to={withQuery(pages.signIn, { next: wanted })} replace />
        if (session.awaits === null) return <Navigate to={next} replace />
        return session.awaits === 'second-factor' ? <Give /> : <First onDone={setCodes} />
      }}
    </Loaded>
  )
}

function Give() {
  const signedIn = useSignedIn()
  return (
    <>
      <h1 className="nhsuk-heading-l">Enter the code from your phone</h1>
      <CodeForm
        method="POST"
        url={link(paths.sessionSecondFactor, {})}
        takesRecovery
        act="Sign in"
        onSaved={(session: Session) => signedIn(session)}
      >
        <p>Open the authenticator app on your phone. It shows a code for Offing.</p>
      </CodeForm>
      <details className="nhsuk-details offing-account__form">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">I do not have my phone</span>
        </summary>
        <div className="nhsuk-details__text">
          <p>Enter one of your recovery codes in place of the code. Each works once.</p>
          <p>If you have none left, ask an administrator to remove your second factor. Then you set it up anew.</p>
        </div>
      </details>
    </>
  )
}

function First({ onDone }: { onDone: (codes: string[]) => void }) {
  return (
    <>
      <h1 className="nhsuk-heading-l">Set up a code from your phone</h1>
      <p className="nhsuk-u-reading-width">
        Your role sees what is not published yet. So that a password alone does not let anybody in, you also give a code
        from your phone when you sign in. Setting it up takes about two minutes, once.
      </p>
      <SetUp onDone={onDone} />
    </>
  )
}
