import type { AccountRecord, ChangeAccountRequest } from '../../api/contract/accounts.ts'
import type { Role } from '../../api/contract/session.ts'

/** What the form of a person holds. A form's only checkbox gives true or a text, where many give a list. */
export interface AccountFields {
  name: string
  email: string
  roles: Role[]
  specialisms: string[]
}

export const nobodyYet: AccountFields = { name: '', email: '', roles: [], specialisms: [] }

export const fieldsOf = ({ name, email, roles, specialisms }: AccountRecord): AccountFields => ({
  ...{ name, email, roles, specialisms },
})

/** Only a lead has specialisms: those of somebody who is none any more go. */
export function requestOf({ roles, specialisms, ...person }: AccountFields) {
  return { ...person, roles, specialisms: roles.includes('lead') ? specialisms : [] }
}

export function changeRequest(fields: AccountFields, switchedOff: boolean): ChangeAccountRequest {
  return { ...requestOf(fields), switchedOff }
}
