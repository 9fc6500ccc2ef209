import { lengthOfPassword, longestPassword, shortestPassword } from '../accounts/sign-in/password-rule.ts'
import { z } from './z.ts'

const text = () =>
  z
    .string()
    .refine((sent) => lengthOfPassword(sent) <= longestPassword, `must have at most ${longestPassword} characters`)

/** One that is typed to be compared. */
export const Password = text().min(1, 'must not be empty')

/** One that is chosen; whether it is common or easily guessed is looked at afterwards. */
export const NewPassword = text().refine(
  (sent) => lengthOfPassword(sent) >= shortestPassword,
  `must have at least ${shortestPassword} characters`,
)

/** The secret that stands after the # of a link. */
export const LinkToken = z.string().regex(/^[\w-]{43}$/, 'must be as it stands in the link')

export const OwnPasswordRequest = z
  .strictObject({ presentPassword: Password, password: NewPassword })
  .openapi('OwnPasswordRequest')

export type OwnPasswordRequest = z.infer<typeof OwnPasswordRequest>
