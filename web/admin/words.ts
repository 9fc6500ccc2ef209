import type { AccountRow, AccountState } from '../../api/contract/accounts.ts'
import { dateLabel, listed, roleNames } from '../shared/words.ts'

export const stateNames: Record<AccountState, string> = {
  active: 'Can sign in',
  invited: 'Invited, not joined yet',
  off: 'Switched off',
  removed: 'Removed person',
}

export const rolesInWords = ({ roles }: Pick<AccountRow, 'roles'>) =>
  roles.length === 0 ? 'No role' : listed(roles.map((role) => roleNames[role]))

export function joinedInWords({ state, invitedUntil, lastSignIn }: AccountRow): string {
  if (state === 'removed') return ''
  if (lastSignIn) return `Last signed in on ${dateLabel(lastSignIn)}`
  if (invitedUntil) return `Invitation open until ${dateLabel(invitedUntil)}`
  return state === 'invited' ? 'The invitation has run out, or there was none' : 'Never signed in'
}
