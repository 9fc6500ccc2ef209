import type Sqlite from 'better-sqlite3'
import { stepsOf } from '../archive/rows.ts'
import { headOfTrail } from '../audit.ts'
import { connect, type Database } from '../open.ts'
import { openSqlite } from './open.ts'

/** What a registry holds at one moment, by which a copy of it is told to be whole. */
export interface Holding {
  steps: string[]
  auditHead: { seq: number; digest: string } | null
  rows: Record<string, number>
}

/**
 * Copies the database in `file`, as it is at this moment, over `copy`, while others go on writing: pages are read in one
 * transaction, which holds up nobody. Nothing is migrated, so that a backup can be taken before a new version starts.
 */
export async function copyAtOneMoment(file: string, copy: string): Promise<Holding> {
  const live = openSqlite(file, { readonly: true })
  try {
    live.exec('begin')
    const holding = await holdingOf(live)
    await live.backup(copy)
    live.exec('commit')
    return holding
  } finally {
    live.close()
  }
}

/** Looks through a database that nobody else has open, which becomes one file without a log beside it. Throws what is wrong with it. */
export async function examine(file: string): Promise<Holding> {
  const connection = openSqlite(file)
  try {
    connection.pragma('journal_mode = DELETE')
    if (connection.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      throw new Error('The database in it is damaged.')
    const broken = connection.pragma('foreign_key_check') as { table: string }[]
    if (broken.length > 0) throw new Error(`The database in it holds broken references in ${broken[0]!.table}.`)
    return await holdingOf(connection)
  } finally {
    connection.close()
  }
}

/** Runs `work` on a database that is one file, and that nobody writes. */
export async function readingAlone<T>(file: string, work: (db: Database) => Promise<T>): Promise<T> {
  const connection = openSqlite(file, { readonly: true })
  try {
    return await work(connect(connection))
  } finally {
    connection.close()
  }
}

async function holdingOf(connection: Sqlite.Database): Promise<Holding> {
  const db = connect(connection)
  const tables = connection
    .prepare("select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[]
  if (!tables.includes('registry_state')) throw new Error('It is not a registry of Offing.')
  const count = (table: string) => connection.prepare(`select count(*) from "${table}"`).pluck().get() as number
  return {
    steps: await stepsOf(db),
    auditHead: (await headOfTrail(db)) ?? null,
    rows: Object.fromEntries(tables.toSorted().map((table) => [table, count(table)])),
  }
}
