import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link, useSearchParams } from 'react-router'
import { link, pages, paths } from '../../api/contract/paths.ts'
import type { Session, SignInRequest } from '../../api/contract/session.ts'
import { Form, PasswordField, SubmitButton, TextField } from '../shared/forms/index.ts'
import { useAbout } from '../shared/queries.ts'
import { EmailMeALink } from './EmailMeALink.tsx'
import { MailSent } from './MailSent.tsx'

/** Signing in with an address and a password, or with the address alone and a link that comes by mail. */
export function SignInForm({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const [sentTo, setSentTo] = useState('')
  const [parameters] = useSearchParams()
  const signInLinks = useAbout().data?.signInLinks
  const form = useForm<SignInRequest>({ defaultValues: { email: '', password: '' }, shouldFocusError: false })
  if (sentTo) return <MailSent to={sentTo} purpose="sign-in" onAgain={() => setSentTo('')} />
  return (
    <Form
      form={form}
      request={(body) => ({ method: 'POST', url: link(paths.session, {}), body })}
      onSaved={(session: Session) => onSignedIn(session)}
    >
      <TextField
        name="email"
        label="Email address"
        type="email"
        autoComplete="username"
        spellCheck={false}
        rules={{ required: 'Enter your email address' }}
      />
      <PasswordField
        name="password"
        label="Password"
        autoComplete="current-password"
        rules={{ required: 'Enter your password' }}
      />
      <SubmitButton sending="Signing in …">Sign in</SubmitButton>
      {signInLinks && <EmailMeALink next={parameters.get('next')} onSent={setSentTo} />}
      <p>
        <Link to={pages.forgottenPassword}>Forgotten your password?</Link>
      </p>
    </Form>
  )
}
