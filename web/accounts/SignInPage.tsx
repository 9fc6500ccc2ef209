import './accounts.scss'
import { Link, Navigate, useSearchParams } from 'react-router'
import { pageAfterSignIn } from '../../api/contract/page-after-sign-in.ts'
import { pages } from '../../api/contract/paths.ts'
import { useAbout, useSession } from '../shared/queries.ts'
import { useTitle } from '../shared/use-title.ts'
import { LookAround } from './LookAround.tsx'
import { SignInForm } from './SignInForm.tsx'
import { SingleSignOn, WhyNotSignedIn } from './SingleSignOn.tsx'
import { useSignedIn } from './use-signed-in.ts'

/** Where everybody who is not signed in lands. */
export default function SignInPage() {
  useTitle('Sign in')
  const { data: about, isPending } = useAbout()
  const session = useSession().data
  const [parameters] = useSearchParams()
  const signedIn = useSignedIn()
  const next = parameters.get('next')
  if (session) return <Navigate to={pageAfterSignIn(next)} replace />
  const signOn = about?.singleSignOn
  const hasLocal = about?.localAccounts ?? !isPending
  return (
    <>
      {signOn && <WhyNotSignedIn problem={parameters.get('problem')} name={signOn.name} />}
      <h1 className="nhsuk-heading-xl nhsuk-u-margin-bottom-3">What is in the offing?</h1>
      <p className="nhsuk-lede-text nhsuk-u-reading-width">
        Which technologies will change our services in the next ten years, which services, when, and how sure are we?
      </p>
      <div className="nhsuk-grid-row">
        {about && about.lookAround.length > 0 && (
          <div className="nhsuk-grid-column-one-half">
            <LookAround people={about.lookAround} onSignedIn={signedIn} />
          </div>
        )}
        <div className="nhsuk-grid-column-one-half offing-sign-in">
          {signOn && <SingleSignOn name={signOn.name} next={next} />}
          {hasLocal && (
            <>
              <h2 className="nhsuk-heading-m">
                {signOn ? 'Or sign in with an account of this registry' : 'Sign in with your account'}
              </h2>
              <SignInForm onSignedIn={signedIn} />
            </>
          )}
        </div>
      </div>
      {about?.contact && <p>If you cannot sign in, ask {about.contact}.</p>}
      {about?.openNominations && (
        <p>
          Have you seen a technology that may change a service?{' '}
          <Link to={pages.nominate}>Nominate it: you need no account</Link>.
        </p>
      )}
    </>
  )
}
