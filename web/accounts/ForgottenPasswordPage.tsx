import './accounts.scss'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Link } from 'react-router'
import { link, pages, paths } from '../../api/contract/paths.ts'
import type { About } from '../../api/contract/session.ts'
import { Form, SubmitButton, TextField } from '../shared/forms/index.ts'
import { useAbout } from '../shared/queries.ts'
import { Loaded } from '../shared/states/Loaded.tsx'
import { useTitle } from '../shared/use-title.ts'
import { MailSent } from './MailSent.tsx'

/** Where a link to a new password is asked for. */
export default function ForgottenPasswordPage() {
  useTitle('Forgotten password')
  return (
    <Loaded query={useAbout()} what="this page" isPage>
      {({ signInLinks }: About) => (
        <>
          <h1 className="nhsuk-heading-l">Forgotten your password?</h1>
          <div className="nhsuk-u-reading-width offing-sign-in">{signInLinks ? <AskForLink /> : <AskSomebody />}</div>
          <p>
            <Link to={pages.signIn}>Back to signing in</Link>
          </p>
        </>
      )}
    </Loaded>
  )
}

function AskForLink() {
  const [sentTo, setSentTo] = useState('')
  const form = useForm({ defaultValues: { email: '' }, shouldFocusError: false })
  if (sentTo) return <MailSent to={sentTo} purpose="password-reset" onAgain={() => setSentTo('')} />
  return (
    <>
      <p>We email you a link by which you choose a new one. Until you have done so, your password stays as it is.</p>
      <Form
        form={form}
        request={(body) => ({ method: 'POST', url: link(paths.newPasswordLink, {}), body })}
        onSaved={() => setSentTo(form.getValues('email'))}
      >
        <TextField
          name="email"
          label="Email address"
          hint="The one to which you were invited"
          type="email"
          autoComplete="username"
          spellCheck={false}
          rules={{ required: 'Enter your email address' }}
        />
        <SubmitButton sending="Sending …">Email me a link</SubmitButton>
      </Form>
    </>
  )
}

function AskSomebody() {
  return (
    <p>
      This registry sends no mail. Ask your scan team or your administrator: they can make you a link by which you
      choose a new password.
    </p>
  )
}
