import type { Role } from '../../api/contract/session.ts'

// What files that leave Offing say in the same words stands with the rules.
export * from '../../api/ranking/words.ts'
export { criterionNames } from '../../api/scans/names.ts'
export { milestoneNames } from '../../api/technologies/milestones.ts'

export const roleNames: Record<Role, string> = {
  board: 'Board member',
  lead: 'Specialism lead',
  scanner: 'Scan team',
  admin: 'Administrator',
}
