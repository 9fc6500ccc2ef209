import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause, setImmediate as turnOfOthers } from 'node:timers/promises'
import { type Kysely, Kysely as KyselyClient, SqliteDialect } from 'kysely'
import { migrateToLatest } from './migrate.ts'
import {
  dataVersionOf,
  emptyLog,
  keepingStatements,
  openSqlite,
  synchronousOf,
  withoutForeignKeys,
} from './sqlite/open.ts'
import type { Tables } from './tables/tables.ts'

/** A handle on which every query of `db` runs: a connection, or a transaction. Opaque outside `db`. */
export type Database = Kysely<Tables>

/** The registry's store: one writing connection and one that only reads, so that a long write never stops a read. */
export interface Registry {
  /** The file that it is in. */
  readonly file: string
  readonly read: Database
  /** Runs `work` in one transaction, alone among writers; all of it is on disk when this resolves, or none of it. */
  transaction<T>(work: (trx: Database) => Promise<T>): Promise<T>
  /** Runs `work` on a registry whose every transaction joins one: many acts that succeed or fail together. */
  together<T>(work: (registry: Registry) => Promise<T>): Promise<T>
  /**
   * Runs `work` while no transaction of this process is open, and lets none begin before it ends: for work that writes by a connection of
   * its own, in a thread. Who would write meanwhile waits its turn, without stopping anybody else; reads go on.
   */
  aside<T>(work: () => Promise<T>): Promise<T>
  /** A number that stays the same until somebody, in any process, commits anything; NaN where that cannot be told. */
  dataVersion(): number
  /** Folds the log into the file and empties it, so that no copy of what was deleted stays in it; waits a second for who reads. */
  forgetDeleted(): Promise<void>
  /** The `synchronous` setting of each connection; 2 is FULL. */
  synchronous(): number[]
  close(): Promise<void>
}

/** Opens the registry in `file`, creating and migrating it as needed. Throws if it is newer than this program. */
export async function openRegistry(file: string): Promise<Registry> {
  mkdirSync(dirname(file), { recursive: true })
  const writing = openSqlite(file)
  const write = connect(writing)
  await withoutForeignKeys(writing, () => migrateToLatest(write))
  const reading = openSqlite(file, { readonly: true })
  const read = connect(reading)
  const transaction: Registry['transaction'] = (work) => write.transaction().execute(work)
  return {
    file,
    read,
    transaction,
    // Kysely lends its one writing connection to one user at a time.
    aside: (work) => write.connection().execute(work),
    together: (work) => transaction((trx) => work(joined(trx))),
    dataVersion: dataVersionOf(reading),
    forgetDeleted: async () => {
      for (let n = 0; n < 20; n++) {
        if (await write.connection().execute(async () => emptyLog(writing))) return
        await pause(50)
      }
    },
    synchronous: () => [writing, reading].map(synchronousOf),
    close: async () => {
      await read.destroy()
      // Kysely closes only what it has used, and the writer folds the log into the file only if it closes last.
      reading.close()
      await write.destroy()
    },
  }
}

/** Between its acts others get their turn: SQLite answers at once, so that many acts would stop every request meanwhile. */
function joined(trx: Database): Registry {
  const registry: Registry = {
    file: '',
    read: trx,
    aside: async () => {
      throw new Error('Nothing can be written aside within a transaction.')
    },
    transaction: async (work) => {
      await turnOfOthers()
      return work(trx)
    },
    together: (work) => work(registry),
    dataVersion: () => Number.NaN,
    forgetDeleted: async () => {},
    synchronous: () => [],
    close: async () => {},
  }
  return registry
}

/** A handle on a connection. */
export function connect(connection: ReturnType<typeof openSqlite>): Database {
  return new KyselyClient<Tables>({ dialect: new SqliteDialect({ database: keepingStatements(connection) }) })
}
