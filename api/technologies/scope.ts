/** Which technologies a reader may know of: all, those in a scan, or those in a scan whose draft the board may see. */
export type TechnologyScope = 'registry' | 'scans' | 'drafts'

/** What a grant of `technologies.read` or `evidence.add` lets its holder know of. */
export function scopeOf(grant: string): TechnologyScope {
  return grant === 'all' ? 'registry' : grant === 'in-scans' ? 'scans' : 'drafts'
}
