import { useForm } from 'react-hook-form'
import { link, type paths } from '../../api/contract/paths.ts'
import type { Session } from '../../api/contract/session.ts'
import { Form, SubmitButton } from '../shared/forms/index.ts'
import { NewPasswordField } from './NewPasswordField.tsx'

interface Props {
  path: typeof paths.firstPassword | typeof paths.newPassword
  token: string
  submit: string
  onSaved: (session: Session) => void
}

/** Choosing a password by a link, which signs in too. */
export function PasswordByLinkForm({ path, token, submit, onSaved }: Props) {
  const form = useForm({ defaultValues: { password: '' }, shouldFocusError: false })
  return (
    <Form
      form={form}
      request={({ password }) => ({ method: 'POST', url: link(path, {}), body: { token, password } })}
      onSaved={onSaved}
    >
      <NewPasswordField />
      <SubmitButton>{submit}</SubmitButton>
    </Form>
  )
}
