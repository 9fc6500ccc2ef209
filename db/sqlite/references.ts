import { type Kysely, sql } from 'kysely'

/** SQLite only. In this transaction, rows may refer to rows that are yet to come; all references are checked when it ends. */
// biome-ignore lint/suspicious/noExplicitAny: any database will do
export async function deferReferences(trx: Kysely<any>): Promise<void> {
  await sql`pragma defer_foreign_keys = on`.execute(trx)
}
