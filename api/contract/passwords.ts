import { lengthOfPassword, longestPassword, shortestPassword } from '../accounts/sign-in/password-rule.ts'
import { lengths, line, requiredLine } from './text.ts'
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
const LinkToken = z.string().regex(/^[\w-]{43}$/, 'must be as it stands in the link')

export const OwnPasswordRequest = z
  .strictObject({ presentPassword: Password, password: NewPassword })
  .openapi('OwnPasswordRequest')

/** By the link of an invitation, or one that was asked for. */
export const PasswordByLinkRequest = z
  .strictObject({ token: LinkToken, password: NewPassword })
  .openapi('PasswordByLinkRequest')

export const SignInByLinkRequest = z.strictObject({ token: LinkToken }).openapi('SignInByLinkRequest')

const email = requiredLine(254)
export const NewPasswordLinkRequest = z.strictObject({ email }).openapi('NewPasswordLinkRequest')

/** `next` is the page of the registry that the link leads to in the end. */
export const SignInLinkRequest = z
  .strictObject({
    email,
    next: line(lengths.address)
      .regex(/^\/(?![/\\])/, 'must be the path of a page, as /my-answers')
      .optional(),
  })
  .openapi('SignInLinkRequest')

export type PasswordByLinkRequest = z.infer<typeof PasswordByLinkRequest>
export type SignInLinkRequest = z.infer<typeof SignInLinkRequest>
export type OwnPasswordRequest = z.infer<typeof OwnPasswordRequest>
