import './accounts.scss'
import { useState } from 'react'
import { Link, Navigate, useLocation } from 'react-router'
import { pages, paths } from '../../api/contract/paths.ts'
import type { Session } from '../../api/contract/session.ts'
import { withQuery } from '../shared/address.ts'
import { useAbout } from '../shared/queries.ts'
import { useTitle } from '../shared/use-title.ts'
import { PasswordByLinkForm } from './PasswordByLinkForm.tsx'
import { useSecret } from './use-secret.ts'
import { useSignedIn } from './use-signed-in.ts'

/** Where the link of an invitation leads. */
export default function WelcomePage() {
  useTitle('Welcome')
  const token = useSecret()
  const [isDone, setDone] = useState(false)
  const signedIn = useSignedIn()
  const about = useAbout().data
  const { hash } = useLocation()
  if (isDone) return <Navigate to={pages.myAnswers} replace />
  // An invitation from before the registry did without accounts of its own.
  if (about?.localAccounts === false && !hash)
    return <Navigate to={withQuery(pages.signIn, { next: pages.myAnswers })} replace />
  if (!token) return <NoLink />
  const saved = (session: Session) => {
    signedIn(session)
    setDone(true)
  }
  return (
    <>
      <h1 className="nhsuk-heading-l">Welcome to the panel</h1>
      <div className="nhsuk-u-reading-width offing-sign-in">
        <p className="nhsuk-lede-text">
          {about?.organisation ?? 'Your organisation'} asks what new technologies will mean for your service, and when.
        </p>
        <p>
          Choose a password. After that you come to your questions; next time you sign in with your email address
          {about?.signInLinks && ', and with this password or a link that we email you'}.
        </p>
        <PasswordByLinkForm
          path={paths.firstPassword}
          token={token}
          submit="Save the password and begin"
          onSaved={saved}
        />
      </div>
    </>
  )
}

function NoLink() {
  return (
    <>
      <h1 className="nhsuk-heading-l">Welcome</h1>
      <p className="nhsuk-u-reading-width">
        This page needs the link from your invitation. Open the link again, or copy all of it, as far as its last
        letter.
      </p>
      <p>
        You have a password already? <Link to={pages.signIn}>Sign in</Link>
      </p>
    </>
  )
}
