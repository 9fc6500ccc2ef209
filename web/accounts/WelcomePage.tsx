import './accounts.scss'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link, Navigate, useLocation, useNavigate } from 'react-router'
import { link, pages, paths } from '../../api/contract/paths.ts'
import type { Session } from '../../api/contract/session.ts'
import { withQuery } from '../shared/address.ts'
import { Form, SubmitButton, TextField } from '../shared/forms/index.ts'
import { useAbout } from '../shared/queries.ts'
import { useTitle } from '../shared/use-title.ts'
import { useSignedIn } from './use-signed-in.ts'

/**
 * Where the link of an invitation leads. Its secret stands after the #, which browsers send to no server; it is taken out of the
 * address as soon as it is read, so that it stays in no history and on no shared screen.
 */
export default function WelcomePage() {
  useTitle('Welcome')
  const { hash } = useLocation()
  const go = useNavigate()
  const [token] = useState(() => hash.slice(1))
  const [isDone, setDone] = useState(false)
  const signedIn = useSignedIn()
  const { organisation, localAccounts } = useAbout().data ?? {}
  useEffect(() => {
    if (hash) void go(pages.welcome, { replace: true })
  }, [hash, go])
  if (isDone) return <Navigate to={pages.myAnswers} replace />
  // An invitation from before the registry did without accounts of its own.
  if (localAccounts === false && !hash)
    return <Navigate to={withQuery(pages.signIn, { next: pages.myAnswers })} replace />
  if (!isWhole(token)) return <NoLink />
  const saved = (session: Session) => {
    signedIn(session)
    setDone(true)
  }
  return (
    <>
      <h1 className="nhsuk-heading-l">Welcome to the panel</h1>
      <div className="nhsuk-u-reading-width">
        <p className="nhsuk-lede-text">
          {organisation ?? 'Your organisation'} asks what new technologies will mean for your service, and when.
        </p>
        <p>Choose a password. After that you come to your questions; next time you sign in with your email address.</p>
        <PasswordForm token={token} onSaved={saved} />
      </div>
    </>
  )
}

/** Many a mail program breaks a long link: half a secret could only be refused, in words about secrets. */
const isWhole = (token: string) => /^[\w-]{43}$/.test(token)

const shortest = 15

function PasswordForm({ token, onSaved }: { token: string; onSaved: (session: Session) => void }) {
  const form = useForm({ defaultValues: { password: '' }, shouldFocusError: false })
  const [isShown, setShown] = useState(false)
  return (
    <Form
      form={form}
      request={({ password }) => ({ method: 'POST', url: link(paths.firstPassword, {}), body: { token, password } })}
      onSaved={(session: Session) => onSaved(session)}
    >
      <TextField
        name="password"
        label="Password"
        hint={`At least ${shortest} characters. Four words that have nothing to do with one another are easy to keep in mind.`}
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        spellCheck={false}
        rules={{
          required: 'Enter a password',
          validate: (text: string) => [...text].length >= shortest || `Enter at least ${shortest} characters`,
        }}
      />
      <p>
        <button
          type="button"
          className="offing-link-button"
          aria-pressed={isShown}
          onClick={() => setShown((was) => !was)}
        >
          Show the password
        </button>
      </p>
      <SubmitButton sending="Saving …">Save the password and begin</SubmitButton>
    </Form>
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
