import './accounts.scss'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link, Navigate, useSearchParams } from 'react-router'
import { pageAfterSignIn } from '../../api/contract/page-after-sign-in.ts'
import { link, pages, paths } from '../../api/contract/paths.ts'
import type { Session } from '../../api/contract/session.ts'
import { withQuery } from '../shared/address.ts'
import { Form, SubmitButton } from '../shared/forms/index.ts'
import { useAbout } from '../shared/queries.ts'
import { useTitle } from '../shared/use-title.ts'
import { BrokenLink } from './BrokenLink.tsx'
import { useSecret } from './use-secret.ts'
import { useSignedIn } from './use-signed-in.ts'

/** Where a link that was mailed leads. Opening it does nothing, since programs that look through mail open links too: a press signs in. */
export default function SignInByLinkPage() {
  useTitle('Sign in by a link')
  const token = useSecret()
  const next = useSearchParams()[0].get('next')
  const signedIn = useSignedIn()
  const [isDone, setDone] = useState(false)
  const form = useForm()
  const organisation = useAbout().data?.organisation
  const askAgain = withQuery(pages.signIn, { next })
  if (isDone) return <Navigate to={pageAfterSignIn(next)} replace />
  if (!token) return <BrokenLink title="Sign in" askAgain={askAgain} />
  const saved = (session: Session) => {
    signedIn(session)
    setDone(true)
  }
  return (
    <>
      <h1 className="nhsuk-heading-l">Sign in</h1>
      <div className="nhsuk-u-reading-width">
        <p className="nhsuk-lede-text">
          Press “Continue” to sign in to the horizon scan{organisation && ` of ${organisation}`}.
        </p>
        <Form
          form={form}
          request={() => ({ method: 'POST', url: link(paths.sessionByLink, {}), body: { token } })}
          onSaved={saved}
        >
          <SubmitButton sending="Signing in …">Continue</SubmitButton>
        </Form>
        <p>
          Does the link not work any more? <Link to={askAgain}>Ask for a new one</Link>
        </p>
      </div>
    </>
  )
}
