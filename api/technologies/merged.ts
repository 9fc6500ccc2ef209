import type { Technology } from '../contract/technologies.ts'

/** Why a technology takes no changes: it was merged into another, which does. Null where it does itself. */
export function whyClosed({ name, mergedInto }: Pick<Technology, 'name' | 'mergedInto'>): string | null {
  if (!mergedInto) return null
  return `${name} was merged into ${mergedInto.name}. Change that one, or take the merge back first.`
}
