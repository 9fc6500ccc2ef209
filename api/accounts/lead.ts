import type { Role } from '../contract/session.ts'

/**
 * Why an account may not be made a specialism lead, or null if it may: whoever runs the scan, or the registry, does not answer
 * in it as well unless an administrator has said so by giving them the role.
 */
export function problemOfLead({ roles }: { roles: readonly Role[] }): string | null {
  if (roles.includes('lead')) return null
  if (roles.includes('scanner')) return 'This address belongs to the scan team, who do not answer for a specialism.'
  if (roles.includes('admin')) return 'This address belongs to an administrator, who does not answer for a specialism.'
  return null
}
