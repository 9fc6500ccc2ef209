import Sqlite from 'better-sqlite3'

/** Runs statements on a registry's file behind the database's own refusals: its triggers are gone meanwhile, and references are not checked. */
export function tamperWith(file: string, ...statements: string[]): void {
  const raw = new Sqlite(file)
  const triggers = raw.prepare("select name, sql from sqlite_master where type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) raw.exec(`drop trigger ${name}`)
  raw.pragma('foreign_keys = off')
  for (const statement of statements) raw.exec(statement)
  for (const { sql } of triggers) raw.exec(sql)
  raw.close()
}
