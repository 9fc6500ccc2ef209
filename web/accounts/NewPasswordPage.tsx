import './accounts.scss'
import { useState } from 'react'
import { Navigate } from 'react-router'
import { pages, paths } from '../../api/contract/paths.ts'
import type { Session } from '../../api/contract/session.ts'
import { useTitle } from '../shared/use-title.ts'
import { BrokenLink } from './BrokenLink.tsx'
import { PasswordByLinkForm } from './PasswordByLinkForm.tsx'
import { useSecret } from './use-secret.ts'
import { useSignedIn } from './use-signed-in.ts'

/** Where the link to a new password leads. */
export default function NewPasswordPage() {
  useTitle('New password')
  const token = useSecret()
  const signedIn = useSignedIn()
  const [isDone, setDone] = useState(false)
  if (isDone) return <Navigate to={pages.radar} replace />
  if (!token) return <BrokenLink title="New password" askAgain={pages.forgottenPassword} />
  const saved = (session: Session) => {
    signedIn(session)
    setDone(true)
  }
  return (
    <>
      <h1 className="nhsuk-heading-l">Choose a new password</h1>
      <div className="nhsuk-u-reading-width offing-sign-in">
        <p>Once you have saved it you are signed in here, and signed out wherever else you were signed in.</p>
        <PasswordByLinkForm
          path={paths.newPassword}
          token={token}
          submit="Save the password and go on"
          onSaved={saved}
        />
      </div>
    </>
  )
}
