import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { link, paths } from '../../api/contract/paths.ts'
import { NewPasswordField } from '../accounts/NewPasswordField.tsx'
import { Form, PasswordField, SubmitButton } from '../shared/forms/index.ts'
import { Done } from '../shared/states/Done.tsx'
import { useAccountChanged } from './queries.ts'

/** Another password in place of the present one. */
export function OwnPassword({ email }: { email: string }) {
  const [state, setState] = useState<'shut' | 'open' | 'done'>('shut')
  const changed = useAccountChanged()
  const saved = () => {
    setState('done')
    void changed()
  }
  return (
    <section aria-labelledby="password-title">
      <h2 className="nhsuk-heading-m" id="password-title">
        Password
      </h2>
      {state === 'done' && (
        <Done>
          <p>Your password is changed. You have been signed out everywhere else.</p>
        </Done>
      )}
      {state === 'open' ? (
        <PasswordForm email={email} onSaved={saved} onCancel={() => setState('shut')} />
      ) : (
        <p>
          <button type="button" className="offing-link-button" onClick={() => setState('open')}>
            Change your password
          </button>
        </p>
      )}
    </section>
  )
}

interface Props {
  email: string
  onSaved: () => void
  onCancel: () => void
}

function PasswordForm({ email, onSaved, onCancel }: Props) {
  const form = useForm({ defaultValues: { presentPassword: '', password: '' }, shouldFocusError: false })
  return (
    <div className="offing-account__form">
      <Form
        form={form}
        request={(body) => ({ method: 'PUT', url: link(paths.ownPassword, {}), body })}
        onSaved={onSaved}
      >
        {/* Password managers tell by it whose password this is. */}
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <PasswordField
          name="presentPassword"
          label="Present password"
          autoComplete="current-password"
          rules={{ required: 'Enter your present password' }}
        />
        <NewPasswordField label="New password" />
        <div className="offing-account__buttons">
          <SubmitButton>Save the new password</SubmitButton>
          <button type="button" className="offing-link-button" onClick={onCancel}>
            Cancel
          </button>
        </div>
      </Form>
    </div>
  )
}
