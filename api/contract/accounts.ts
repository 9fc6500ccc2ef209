import { Role } from './session.ts'
import { lengths, reference, requiredLine } from './text.ts'
import { z } from './z.ts'

/** `invited` has no way to sign in yet but a link; `off` may not sign in; `removed` is a record without a person. */
export const AccountState = z.enum(['active', 'invited', 'off', 'removed']).openapi('AccountState')

const row = {
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  specialisms: z.array(z.string()),
  state: AccountState,
  lookAround: z.boolean(),
  invitedUntil: z.string().nullable(),
  lastSignIn: z.string().nullable(),
  createdAt: z.string(),
}
/**
 * An account as administrators see it. `specialisms` are slugs of those whose reviews a lead may write; `invitedUntil` is when the open
 * invitation ends; `lastSignIn` is null where there was none.
 */
export const AccountRow = z.strictObject(row).openapi('AccountRow')

const counts = z.strictObject({ active: z.int(), invited: z.int(), off: z.int(), removed: z.int() })

/** `counts` are of all accounts; `withoutRole` of those that could sign in but may do nothing. */
export const AccountList = z
  .strictObject({
    items: z.array(AccountRow),
    total: z.int(),
    nextCursor: z.string().nullable(),
    counts: counts.extend({ withoutRole: z.int() }),
  })
  .openapi('AccountList')

/** `seats` are the panels that they sit on; `open` where a round of theirs waits for answers. */
export const AccountRecord = z
  .strictObject({
    ...row,
    hasPassword: z.boolean(),
    secondFactor: z.boolean(),
    singleSignOn: z.boolean(),
    erasedAt: z.string().nullable(),
    seats: z.array(
      z.strictObject({
        scan: z.strictObject({ slug: z.string(), name: z.string() }),
        left: z.boolean(),
        open: z.boolean(),
      }),
    ),
    version: z.int(),
  })
  .openapi('AccountRecord')

const roles = () =>
  z
    .array(Role)
    .max(4)
    .refine((list) => new Set(list).size === list.length, 'must name each role once')
const person = { name: requiredLine(lengths.name), email: requiredLine(254), roles: roles() }
const specialisms = () => z.array(reference()).max(60).default([])

export const AddPersonRequest = z
  .strictObject({ ...person, roles: roles().min(1, 'choose at least one role'), specialisms: specialisms() })
  .openapi('AddPersonRequest')

/** All that may be changed of an account. */
export const ChangeAccountRequest = z
  .strictObject({ ...person, specialisms: specialisms(), switchedOff: z.boolean() })
  .openapi('ChangeAccountRequest')

/**
 * How somebody gets their link: it is here to be copied, once, as long as `mailed` is false. One that leads to single sign-on holds no secret and
 * does not end.
 */
export const SentLink = z
  .strictObject({ mailed: z.boolean(), link: z.string().nullable(), expiresAt: z.string().nullable() })
  .openapi('SentLink')

export const AddPersonResponse = z
  .strictObject({ account: AccountRecord, invitation: SentLink })
  .openapi('AddPersonResponse')

/** The name as it stands, typed once more: it cannot be undone. */
export const EraseAccountRequest = z.strictObject({ name: requiredLine(lengths.name) }).openapi('EraseAccountRequest')

/** Somebody who nominated without an account, by the address that they gave. */
export const SenderRequest = z.strictObject({ address: requiredLine(254) }).openapi('SenderRequest')

/** All that is kept of such a person. `service` and `interest` are what they said of themselves. */
export const SenderData = z
  .strictObject({
    items: z.array(
      z.strictObject({
        signal: z.string(),
        title: z.string(),
        text: z.string(),
        name: z.string(),
        address: z.string(),
        service: z.string(),
        interest: z.string(),
        receivedAt: z.string(),
      }),
    ),
  })
  .openapi('SenderData')

export const SenderErased = z.strictObject({ erased: z.int() }).openapi('SenderErased')

export type AccountState = z.infer<typeof AccountState>
export type AccountRow = z.infer<typeof AccountRow>
export type AccountList = z.infer<typeof AccountList>
export type AccountRecord = z.infer<typeof AccountRecord>
export type AddPersonRequest = z.infer<typeof AddPersonRequest>
export type AddPersonResponse = z.infer<typeof AddPersonResponse>
export type ChangeAccountRequest = z.infer<typeof ChangeAccountRequest>
export type SentLink = z.infer<typeof SentLink>
export type SenderData = z.infer<typeof SenderData>
