import { type Kysely, type Migration, Migrator } from 'kysely'
import * as registry from './migrations/001-registry.ts'
import * as panel from './migrations/002-panel.ts'
import * as editions from './migrations/003-editions.ts'
import * as workbench from './migrations/004-workbench.ts'
import * as trust from './migrations/005-trust.ts'

/** In their order; a step that has run anywhere is never edited, only followed by another. */
const migrations: Record<string, Migration> = {
  '001-registry': registry,
  '002-panel': panel,
  '003-editions': editions,
  '004-workbench': workbench,
  '005-trust': trust,
}

/** The steps that this program knows, in their order. */
export const stepsOfThisProgram: readonly string[] = Object.keys(migrations)

/**
 * Runs the migrations that have not run yet; returns how many have run by now, in all. Throws one clear sentence if the
 * database is newer than this program.
 */
// biome-ignore lint/suspicious/noExplicitAny: Kysely's own migrator takes any database
export async function migrateToLatest(db: Kysely<any>): Promise<number> {
  await ensureNotNewer(db)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
  return Object.keys(migrations).length
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function ensureNotNewer(db: Kysely<any>): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return
  const done = await db.selectFrom('kysely_migration').select('name').orderBy('name').execute()
  const unknown = done.map((row) => row.name as string).filter((name) => !(name in migrations))
  if (unknown.length === 0) return
  throw new Error(
    `This database was made by a newer version of Offing (it knows ${unknown.join(', ')}). Start that version, or restore a backup.`,
  )
}
