import type { Role } from '../../contract/session.ts'

/** An account before and after a change; `removed` counts as switched off and without any role. */
interface Change {
  /** Whether it is the account of whoever asks. */
  isOwn: boolean
  before: { roles: readonly Role[]; off: boolean }
  after: { roles: readonly Role[]; off: boolean }
  /** How many other administrators can sign in. */
  otherAdmins: number
}

/**
 * Why an account may not be changed so, or null if it may: nobody locks themselves out, and somebody can always get in to look after
 * the accounts.
 */
export function problemOfChange({ isOwn, before, after, otherAdmins }: Change): string | null {
  const wasAdmin = before.roles.includes('admin') && !before.off
  const isAdmin = after.roles.includes('admin') && !after.off
  if (isOwn && after.off && !before.off) return 'You cannot switch your own account off. Ask another administrator.'
  if (isOwn && wasAdmin && !isAdmin)
    return 'You cannot take the administrator role from yourself. Ask another administrator.'
  // Whoever asks stays an administrator, so that it is never the last one who is changed by another.
  if (wasAdmin && !isAdmin && otherAdmins === 0)
    return 'This is the last administrator who can sign in. Give the role to somebody else first.'
  return null
}
