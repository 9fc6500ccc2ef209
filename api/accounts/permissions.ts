import type { Role } from '../contract/session.ts'

/**
 * Who may do what (design 4), as data: routes, buttons and documentation are made from this table. What is not in it is
 * denied. A grant may be narrower than `all`; what each means, and each action, is said in `permission-words.ts`. `anyone` is whoever
 * asks, signed in or not; some of that waits for a setting (`openedBy`), and a machine's token has a part of its role only
 * (`forTokens`).
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
  'methods.write': { scanner: 'all' },
  'rounds.plan': { scanner: 'all', admin: 'all' },
  'rounds.prepare': { scanner: 'all' },
  'rounds.run': { scanner: 'all' },
  'panel.read': { scanner: 'all', admin: 'all' },
  'panel.write': { scanner: 'all' },
  'progress.read': { board: 'counts', lead: 'counts', scanner: 'all', admin: 'all' },
  'messages.read': { scanner: 'all', admin: 'all' },
  'messages.send': { scanner: 'all' },
  'messages.copy': { scanner: 'all' },
  'messages.export': { scanner: 'all' },
  'first-password.set': { anyone: 'all' },
  'password.reset': { anyone: 'all' },
  'ratings.record': { lead: 'own' },
  'ratings.type-in': { scanner: 'own' },
  'answers.export': { lead: 'own', scanner: 'all', admin: 'all' },
  'seat.write': { lead: 'own' },
  'technologies.save': { lead: 'own' },
  'signals.nominate': { lead: 'all', scanner: 'all' },
  'signals.read': { scanner: 'all', admin: 'all' },
  'signals.write': { scanner: 'all' },
  'nominations.send': { anyone: 'all' },
  'sources.read': { scanner: 'all', admin: 'all' },
  'sources.write': { scanner: 'all', admin: 'all' },
  'duplicates.read': { scanner: 'all', admin: 'all' },
  'technologies.merge': { scanner: 'all' },
  'scan-team.read': { scanner: 'all', admin: 'all' },
  'filtration.read': { scanner: 'all', admin: 'all' },
  'filtration.write': { scanner: 'all' },
  'outside-lists.read': { scanner: 'all', admin: 'all' },
  'outside-lists.write': { scanner: 'all' },
  'outside-lists.export': { scanner: 'all', admin: 'all' },
  'imports.send': { scanner: 'all', admin: 'all' },
  'imports.read': { scanner: 'all', admin: 'all' },
  'imports.export': { scanner: 'all', admin: 'all' },
  'imports.write': { scanner: 'all' },
  'ratings.import': { admin: 'all' },
  'discussion.read': { scanner: 'all', admin: 'all' },
  'discussion.write': { scanner: 'all' },
  'reviews.read': { board: 'signed', lead: 'own-and-signed', scanner: 'all', admin: 'all' },
  'reviews.write': { lead: 'own' },
  'editions.read': { anyone: 'published', board: 'shown', lead: 'published', scanner: 'all', admin: 'all' },
  'editions.export': { anyone: 'published', board: 'shown', lead: 'published', scanner: 'all', admin: 'all' },
  'board-pack.export': { board: 'shown', lead: 'published', scanner: 'all', admin: 'all' },
  'editions.write': { scanner: 'all' },
  'editions.publish': { scanner: 'all' },
  'editions.decide': { board: 'all', scanner: 'all' },
  'ranking.read': { anyone: 'in-editions', board: 'drafts', lead: 'all', scanner: 'all', admin: 'all' },
  'ranking.export': { anyone: 'in-editions', board: 'drafts', lead: 'all', scanner: 'all', admin: 'all' },
  'heat-map.read': { anyone: 'in-editions', board: 'drafts', lead: 'all', scanner: 'all', admin: 'all' },
  'heat-map.export': { board: 'drafts', lead: 'all', scanner: 'all', admin: 'all' },
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
  | 'in-editions'
  | 'shown'
  | 'published'
  | 'counts'
export type Action = keyof typeof permissions

/** The settings that open something to anyone; all are off by default. */
export type Opening = 'openNominations' | 'openReading'

/** Of what anyone may do, what waits until a setting opens it. */
export const openedBy: Partial<Record<Action, Opening>> = {
  'nominations.send': 'openNominations',
  'editions.read': 'openReading',
  'editions.export': 'openReading',
  'ranking.read': 'openReading',
  'ranking.export': 'openReading',
  'heat-map.read': 'openReading',
}

/**
 * What a machine's token may do, as far as its role may. All else takes a person: signing in, accounts and tokens, answers of the panel and
 * what is typed in or copied out for it, the method, opening and closing rounds, merging, publishing and decisions.
 */
export const forTokens: ReadonlySet<Action> = new Set<Action>([
  'about.read',
  'documentation.read',
  'session.read',
  'tokens.read',
  'audit.read',
  'audit.export',
  'settings.read',
  'taxonomy.read',
  'technologies.read',
  'technologies.write',
  'evidence.add',
  'evidence.write',
  'notes.read',
  'notes.write',
  'outcomes.write',
  'scans.read',
  'scans.write',
  'rounds.plan',
  'rounds.prepare',
  'panel.read',
  'progress.read',
  'messages.read',
  'answers.export',
  'signals.nominate',
  'signals.read',
  'signals.write',
  'nominations.send',
  'sources.read',
  'sources.write',
  'duplicates.read',
  'scan-team.read',
  'filtration.read',
  'filtration.write',
  'outside-lists.read',
  'outside-lists.write',
  'outside-lists.export',
  'imports.send',
  'imports.read',
  'imports.export',
  'imports.write',
  'discussion.read',
  'reviews.read',
  'editions.read',
  'editions.export',
  'board-pack.export',
  'editions.write',
  'ranking.read',
  'ranking.export',
  'heat-map.read',
  'heat-map.export',
])

/** Widest first: an account with several roles has the widest grant of any. */
const widest: readonly Grant[] = [
  'all',
  'in-scans',
  'in-drafts',
  'drafts',
  'shown',
  'published',
  'in-editions',
  'own-and-signed',
  'signed',
  'own',
  'counts',
]

/** Whoever asks, as the table knows them. */
export interface Asker {
  roles: readonly Role[]
  byToken: boolean
  /** What this registry has opened to anyone. */
  open: Readonly<Record<Opening, boolean>>
}

/** What whoever asks is granted for an action; undefined is denied. Everybody is `anyone` too. */
export function grantOf(action: Action, { roles, byToken, open }: Asker): Grant | undefined {
  if (byToken && !forTokens.has(action)) return undefined
  const row: Row = permissions[action]
  const opening = openedBy[action]
  const anyone = !opening || open[opening] ? row.anyone : undefined
  const grants = [anyone, ...roles.map((role) => row[role])]
  return widest.find((grant) => grants.includes(grant))
}

/** Whether nobody may do it as things are, whoever they are: it is not there, and signing in would not help. */
export function isClosed(action: Action, open: Asker['open']): boolean {
  const opening = openedBy[action]
  const isForAnyoneAlone = Object.keys(permissions[action]).join() === 'anyone'
  return opening !== undefined && isForAnyoneAlone && !open[opening]
}

/** The actions open to whoever asks, for the pages' buttons. */
export function actionsOf(asker: Asker): Action[] {
  return (Object.keys(permissions) as Action[]).filter((action) => grantOf(action, asker) !== undefined)
}

type Row = Partial<Record<Role | 'anyone', Grant>>
