import { Password } from './passwords.ts'
import { Awaited } from './sessions.ts'
import { line, requiredLine } from './text.ts'
import { z } from './z.ts'

export const Role = z.enum(['board', 'lead', 'scanner', 'admin']).openapi('Role')

/**
 * What anyone may know: whose registry it is, whether its data are a demonstration, whether anyone may nominate a technology, and who one
 * may look around as; after how many years evidence is flagged as old; the actions that are open without signing in; and how one signs
 * in: by single sign-on under a name, by an account that the registry keeps itself, or either; whom people turn to; how long addresses
 * and nominators are kept.
 */
export const About = z
  .strictObject({
    product: z.string(),
    organisation: z.string(),
    contact: z.string().nullable(),
    auditAddressDays: z.int(),
    nominatorMonths: z.int(),
    demonstration: z.boolean(),
    openNominations: z.boolean(),
    /** Whether links to sign in and to a new password can be sent by mail. */
    signInLinks: z.boolean(),
    evidenceStaleYears: z.int(),
    lookAround: z.array(z.strictObject({ role: Role, name: z.string() })),
    actions: z.array(z.string()),
    singleSignOn: z.strictObject({ name: z.string() }).nullable(),
    localAccounts: z.boolean(),
  })
  .openapi('About')

export const SignInRequest = z.strictObject({ email: requiredLine(254), password: Password }).openapi('SignInRequest')

export const LookAroundRequest = z.strictObject({ role: Role }).openapi('LookAroundRequest')

/**
 * The account that is signed in, the slugs of the specialisms whose reviews it may write, and the actions its roles allow:
 * pages make their buttons from these. While the sign-in awaits something, nothing else is allowed.
 */
export const Session = z
  .strictObject({
    account: z.strictObject({
      id: z.string(),
      name: line(),
      roles: z.array(Role),
      specialisms: z.array(z.string()),
      lookAround: z.boolean(),
    }),
    actions: z.array(z.string()),
    awaits: Awaited.nullable(),
    expiresAt: z.string(),
  })
  .openapi('Session')

/** Where a sign-out goes on: the sign-out of single sign-on, which then leads back to the sign-in page. */
export const SignedOut = z.strictObject({ continueAt: z.string() }).openapi('SignedOut')

export type Role = z.infer<typeof Role>
export type About = z.infer<typeof About>
export type SignInRequest = z.infer<typeof SignInRequest>
export type Session = z.infer<typeof Session>
export type SignedOut = z.infer<typeof SignedOut>
