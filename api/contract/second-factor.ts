import { Role } from './session.ts'
import { z } from './z.ts'

const Code = z.string().trim().min(1, 'must not be empty').max(60, 'must be a code of six digits, or a recovery code')

/** Six digits from an authenticator app, or one of the recovery codes; spaces and hyphens are left aside. */
export const CodeRequest = z.strictObject({ code: Code }).openapi('CodeRequest')

/** A code of the second factor that is in force; left out where there is none yet. */
export const SetUpRequest = z.strictObject({ code: Code.optional() }).openapi('SetUpRequest')

/** What an authenticator app needs: the secret in base 32, and the same as the address that a QR code holds. Shown once. */
export const SecondFactorSecret = z
  .strictObject({ secret: z.string(), address: z.string() })
  .openapi('SecondFactorSecret')

/** Ten codes, each of which stands in for a code from the phone once. Shown once. */
export const RecoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) }).openapi('RecoveryCodes')

/**
 * One's own account. `setUpAt` is since when there is a second factor, null where there is none; `isRequired` says that the account must have
 * one; `recoveryCodes` how many are left.
 */
export const OwnAccount = z
  .strictObject({
    name: z.string(),
    email: z.string(),
    roles: z.array(Role),
    specialisms: z.array(z.string()),
    hasPassword: z.boolean(),
    secondFactor: z.strictObject({
      setUpAt: z.iso.datetime().nullable(),
      isRequired: z.boolean(),
      recoveryCodes: z.int(),
    }),
  })
  .openapi('OwnAccount')

export type CodeRequest = z.infer<typeof CodeRequest>
export type SecondFactorSecret = z.infer<typeof SecondFactorSecret>
export type RecoveryCodes = z.infer<typeof RecoveryCodes>
export type OwnAccount = z.infer<typeof OwnAccount>
