/** Which scans a reader may see: all, or those whose working draft the board may see. */
export type ScanScope = 'all' | 'drafts'

export function isVisible(scan: { boardSeesDraft: boolean }, scope: ScanScope): boolean {
  return scope === 'all' || scan.boardSeesDraft
}

/** What a grant of `scans.read` or `ranking.read` lets its holder see. */
export function scopeOf(grant: string): ScanScope {
  return grant === 'all' ? 'all' : 'drafts'
}
