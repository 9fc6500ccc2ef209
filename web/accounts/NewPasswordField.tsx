import { lengthOfPassword, longestPassword, shortestPassword } from '../../api/accounts/sign-in/password-rule.ts'
import { PasswordField } from '../shared/forms/index.ts'

/** Where a password is chosen, with all that is asked of one. */
export function NewPasswordField({ label = 'Password' }: { label?: string }) {
  return (
    <PasswordField
      name="password"
      label={label}
      hint={`At least ${shortestPassword} characters, of any kind. Four words that have nothing to do with one another are easy to keep in mind.`}
      autoComplete="new-password"
      rules={{ required: 'Enter a password', validate: hasRightLength }}
    />
  )
}

function hasRightLength(text: string): string | true {
  const length = lengthOfPassword(text)
  if (length < shortestPassword) return `Enter at least ${shortestPassword} characters`
  return length <= longestPassword || `Enter at most ${longestPassword} characters`
}
