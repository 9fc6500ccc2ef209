import type { Role } from '../contract/session.ts'

/**
 * Who may do what (design 4), as data: routes, buttons and documentation are made from this table. What is not in it is
 * denied. A grant may be narrower than `all`: `own` objects, `in-scans` and `in-drafts` technologies (those in a scan, or in
 * a scan whose working draft the board may see), `drafts` (scans that show their draft to the board), `signed` reviews only,
 * `own-and-signed` reviews (drafts of one's own specialisms, signed ones of all), `counts` without names, `published` editions, or those
 * with the drafts `shown` to the board; `if-open` where a setting opens it.
 */
export const permissions = {
  'about.read': { anyone: 'all' },
  'session.open': { anyone: 'all' },
  'session.read': { board: 'own', lead: 'own', scanner: 'own', admin: 'own' },
  'session.close': { board: 'own', lead: 'own', scanner: 'own', admin: 'own' },
  'second-factor.give': { board: 'own', lead: 'own', scanner: 'own', admin: 'own' },
  'second-factor.set-up': { board: 'own', lead: 'own', scanner: 'own', admin: 'own' },
  'own-account.read': { board: 'own', lead: 'own', scanner: 'own', admin: 'own' },
  'own-account.write': { board: 'own', lead: 'own', scanner: 'own', admin: 'own' },
  'accounts.read': { admin: 'all' },
  'accounts.write': { admin: 'all' },
  'tokens.read': { admin: 'all' },
  'tokens.write': { admin: 'all' },
  'audit.read': { admin: 'all' },
  'audit.export': { admin: 'all' },
  'settings.read': { admin: 'all' },
  'documentation.read': { anyone: 'all' },
  'taxonomy.read': { board: 'all', lead: 'all', scanner: 'all', admin: 'all' },
  'taxonomy.write': { admin: 'all' },
  'technologies.read': { board: 'in-drafts', lead: 'in-scans', scanner: 'all', admin: 'all' },
  'technologies.write': { scanner: 'all' },
  'evidence.add': { lead: 'in-scans', scanner: 'all' },
  'evidence.write': { scanner: 'all' },
  'notes.read': { scanner: 'all', admin: 'all' },
  'notes.write': { scanner: 'all' },
  'outcomes.write': { scanner: 'all' },
  'scans.read': { board: 'drafts', lead: 'all', scanner: 'all', admin: 'all' },
  'scans.write': { scanner: 'all' },
  'panel.read': { scanner: 'all', admin: 'all' },
  'progress.read': { board: 'counts', lead: 'counts', scanner: 'all', admin: 'all' },
  'messages.read': { scanner: 'all', admin: 'all' },
  'messages.send': { scanner: 'all' },
  'first-password.set': { anyone: 'all' },
  'ratings.record': { lead: 'own' },
  'ratings.type-in': { scanner: 'own' },
  'answers.export': { lead: 'own', scanner: 'all', admin: 'all' },
  'seat.write': { lead: 'own' },
  'technologies.save': { lead: 'own' },
  'signals.nominate': { lead: 'all', scanner: 'all' },
  'signals.read': { scanner: 'all', admin: 'all' },
  'signals.write': { scanner: 'all' },
  'nominations.send': { anyone: 'if-open' },
  'sources.read': { scanner: 'all', admin: 'all' },
  'sources.write': { scanner: 'all', admin: 'all' },
  'duplicates.read': { scanner: 'all', admin: 'all' },
  'technologies.merge': { scanner: 'all' },
  'filtration.read': { scanner: 'all', admin: 'all' },
  'filtration.write': { scanner: 'all' },
  'imports.send': { scanner: 'all', admin: 'all' },
  'imports.read': { scanner: 'all', admin: 'all' },
  'imports.write': { scanner: 'all' },
  'ratings.import': { admin: 'all' },
  'discussion.read': { scanner: 'all', admin: 'all' },
  'discussion.write': { scanner: 'all' },
  'reviews.read': { board: 'signed', lead: 'own-and-signed', scanner: 'all', admin: 'all' },
  'reviews.write': { lead: 'own' },
  'editions.read': { board: 'shown', lead: 'published', scanner: 'all', admin: 'all' },
  'editions.write': { scanner: 'all' },
  'editions.decide': { board: 'all', scanner: 'all' },
  'ranking.read': { board: 'drafts', lead: 'all', scanner: 'all', admin: 'all' },
  'demonstration.restart': { scanner: 'all', admin: 'all' },
} as const satisfies Record<string, Partial<Record<Role | 'anyone', Grant>>>

export type Grant =
  | 'all'
  | 'own'
  | 'own-and-signed'
  | 'signed'
  | 'in-scans'
  | 'in-drafts'
  | 'drafts'
  | 'shown'
  | 'published'
  | 'counts'
  | 'if-open'
export type Action = keyof typeof permissions

/** Widest first: an account with several roles has the widest grant of any. */
const widest: readonly Grant[] = [
  'all',
  'in-scans',
  'in-drafts',
  'drafts',
  'shown',
  'published',
  'own-and-signed',
  'signed',
  'own',
  'counts',
  'if-open',
]

/** What these roles are granted for an action; undefined is denied. Everybody is `anyone` too. */
export function grantOf(action: Action, roles: readonly Role[]): Grant | undefined {
  const row: Partial<Record<Role | 'anyone', Grant>> = permissions[action]
  const grants = (['anyone', ...roles] as const).map((role) => row[role])
  return widest.find((grant) => grants.includes(grant))
}

/** The actions open to these roles, for the pages' buttons. */
export function actionsOf(roles: readonly Role[]): Action[] {
  return (Object.keys(permissions) as Action[]).filter((action) => grantOf(action, roles) !== undefined)
}
