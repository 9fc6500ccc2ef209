import { useFormContext } from 'react-hook-form'
import { link, paths } from '../../api/contract/paths.ts'
import type { SignInRequest } from '../../api/contract/session.ts'
import { showProblem } from '../shared/forms/index.ts'
import { useWrite } from '../shared/use-write.ts'

interface Props {
  /** The page that was asked for, to which the link leads in the end. */
  next: string | null
  onSent: (email: string) => void
}

/** For whoever comes once a year and has no password at hand: the address in the form around it is enough. */
export function EmailMeALink({ next, onSent }: Props) {
  const form = useFormContext<SignInRequest>()
  const { write, sending } = useWrite()
  const ask = async () => {
    if (sending) return
    form.clearErrors()
    if (!(await form.trigger('email', { shouldFocus: true }))) return
    const email = form.getValues('email')
    const body = next === null ? { email } : { email, next }
    const outcome = await write({ method: 'POST', url: link(paths.signInLink, {}), body })
    if (outcome.kind === 'saved') onSent(email)
    else if (outcome.kind === 'refused') showProblem(form, outcome.problem, { signedIn: false })
    else form.setError('root.server', { message: 'The server did not answer. Please try again.' })
  }
  return (
    <div className="offing-email-link">
      <p id="email-link-hint">No password at hand? We email you a link that signs you in without one.</p>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary"
        aria-disabled={sending || undefined}
        aria-describedby="email-link-hint"
        onClick={() => void ask()}
      >
        {sending ? 'Sending …' : 'Email me a link'}
      </button>
    </div>
  )
}
