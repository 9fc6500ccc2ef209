import { type Kysely, sql } from 'kysely'

/**
 * SQLite only. Triggers by which the database itself refuses to alter the audit trail, ever, and ratings, but for one
 * case: the answers of a demonstration registry are made up, and go when the demonstration is started again.
 */
// biome-ignore lint/suspicious/noExplicitAny: called by a migration, which knows no row types
export async function appendOnly(db: Kysely<any>): Promise<void> {
  const refuse = (table: string, act: string, when = '') =>
    sql.raw(`create trigger ${table}_no_${act} before ${act} on ${table} ${when}
      begin select raise(abort, '${table} is append-only'); end`)
  const unlessDemonstration = 'when (select demonstration from registry_state) = 0'

  await refuse('audit_entries', 'update').execute(db)
  await refuse('audit_entries', 'delete').execute(db)
  await refuse('ratings', 'update').execute(db)
  await refuse('ratings', 'delete', unlessDemonstration).execute(db)
}
