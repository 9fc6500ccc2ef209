import type { Role } from '../../contract/session.ts'
import { type Claims, valuesAt } from './claims.ts'

/** Which roles the provider gives: where it says so, and what each value there gives. */
export interface RolesClaim {
  claim: string
  given: ReadonlyMap<string, readonly Role[]>
}

// A value may hold commas and equals signs, as names in a directory do: it ends where “=role” and a comma, or the end, follow.
const pair = /\s*(.+?)\s*=\s*(board|lead|scanner|admin)\s*(?:,|$)/gy

/** Reads `value=role,…`; a value may give several roles. Null where the text is not of this form. */
export function readRoles(text: string): RolesClaim['given'] | null {
  const given = new Map<string, Role[]>()
  let read = 0
  for (const [whole, value, role] of text.matchAll(pair)) {
    read += whole.length
    given.set(value!, [...(given.get(value!) ?? []), role as Role])
  }
  return read > 0 && text.slice(read).trim() === '' ? given : null
}

const order: readonly Role[] = ['board', 'lead', 'scanner', 'admin']

/** The roles that somebody's claims give, none twice. */
export function rolesFrom(claims: Claims, { claim, given }: RolesClaim): Role[] {
  const roles = new Set(valuesAt(claims, claim).flatMap((value) => given.get(value) ?? []))
  return order.filter((role) => roles.has(role))
}

/**
 * What an account's roles become. Where the provider gives roles, they are those and no others, except that who sits on a panel stays
 * a lead: that was given by an invitation. Where it gives none at all (`null`), an administrator's word stands.
 */
export function rolesAfter(present: readonly Role[], given: readonly Role[] | null, sitsOnPanel: boolean): Role[] {
  if (given === null) return [...present]
  const stays = sitsOnPanel && present.includes('lead')
  return order.filter((role) => given.includes(role) || (role === 'lead' && stays))
}
