/** Every operation of the programming interface: from this list come the routes' schemas, the document and its tests. */
export * from './operations/accounts.ts'
export * from './operations/panel.ts'
export * from './operations/ranking.ts'
export * from './operations/ratings.ts'
export * from './operations/rounds.ts'
export * from './operations/scans.ts'
export * from './operations/technologies.ts'
