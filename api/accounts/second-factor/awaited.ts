import type { Role } from '../../contract/session.ts'
import type { Awaited, SessionWay } from '../../contract/sessions.ts'
import type { Action } from '../permissions.ts'

/** Who must have a second factor: the scan team and administrators, or everybody. */
export type RequiredOf = 'staff' | 'everybody'

const staff: readonly Role[] = ['scanner', 'admin']

/** Whether an account with these roles must have a second factor. */
export function isRequired(roles: readonly Role[], of: RequiredOf): boolean {
  return of === 'everybody' || roles.some((role) => staff.includes(role))
}

/**
 * What a sign-in still needs. Single sign-on asks for a second factor itself, and made-up people whom only a visitor at the machine
 * can be have none; whoever has set one up is asked for it, required or not.
 */
export function awaitedOf(
  { way, roles, hasFactor }: { way: SessionWay; roles: readonly Role[]; hasFactor: boolean },
  of: RequiredOf,
): Awaited | null {
  if (way === 'single-sign-on' || way === 'look-around') return null
  if (hasFactor) return 'second-factor'
  return isRequired(roles, of) ? 'second-factor-set-up' : null
}

/** All that may be done meanwhile. Setting one up must not be open to who has one: a password alone would then replace it. */
const openMeanwhile: Record<Awaited, readonly Action[]> = {
  'second-factor': ['session.read', 'session.close', 'second-factor.give'],
  'second-factor-set-up': ['session.read', 'session.close', 'second-factor.set-up'],
}

/** Whether somebody whose sign-in still needs something may do this as themselves. */
export function mayMeanwhile(action: Action, awaits: Awaited | null): boolean {
  return awaits === null || openMeanwhile[awaits].includes(action)
}
