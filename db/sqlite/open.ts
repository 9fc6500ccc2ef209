import Sqlite from 'better-sqlite3'
import type { SqliteDatabase } from 'kysely'

const busyMs = 5_000
const oldestSafe = [3, 51, 3] as const

/**
 * SQLite only. Opens a connection and makes it keep the promises of the registry: write-ahead log, FULL synchronisation (so
 * that a power cut takes no answered write), foreign keys. The driver is compiled to fall back to NORMAL in the write-ahead
 * mode, so the setting is read back here; `synchronousOf` reads it again after a write.
 */
export function openSqlite(file: string, options: { readonly?: boolean } = {}): Sqlite.Database {
  const connection = new Sqlite(file, { readonly: options.readonly ?? false })
  ensureSafe(connection)
  if (!options.readonly) connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  // What is deleted, such as somebody's name, is overwritten in the file, not only let go of.
  if (!options.readonly) connection.pragma('secure_delete = ON')
  connection.pragma('foreign_keys = ON')
  connection.pragma(`busy_timeout = ${busyMs}`)
  // What is sorted on the way stays in memory, so that no read needs room on a disk.
  connection.pragma('temp_store = MEMORY')
  if (synchronousOf(connection) !== 2) throw new Error('SQLite does not synchronise fully on this machine.')
  return connection
}

const statementsKept = 300
const longestKept = 4_000

/**
 * The connection as Kysely uses it, with its statements kept prepared by their text: preparing one takes longer than most
 * take to run. The longest unused go first, and very long ones (many rows at once) are not kept.
 */
export function keepingStatements(connection: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, Sqlite.Statement>()
  const prepare = (text: string) => {
    // A disk without room ends a transaction by itself, and then there is none to take back.
    if (text === 'rollback' && !connection.inTransaction) return connection.prepare('select 1')
    const statement = kept.get(text) ?? connection.prepare(text)
    if (text.length > longestKept) return statement
    kept.delete(text)
    kept.set(text, statement)
    if (kept.size > statementsKept) kept.delete(kept.keys().next().value!)
    return statement
  }
  return { prepare, close: () => void connection.close() }
}

/** A function that tells a number which stays the same until another connection, in any process, commits anything. */
export function dataVersionOf(connection: Sqlite.Database): () => number {
  const statement = connection.prepare('pragma data_version').pluck()
  return () => statement.get() as number
}

/** Copies the write-ahead log into the file and cuts it to nothing; false where somebody reads from it, who is not waited for. */
export function emptyLog(connection: Sqlite.Database): boolean {
  connection.pragma('busy_timeout = 0')
  const [told] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  connection.pragma(`busy_timeout = ${busyMs}`)
  return told?.busy === 0
}

/** 2 is FULL. */
export function synchronousOf(connection: Sqlite.Database): number {
  return connection.pragma('synchronous', { simple: true }) as number
}

/** Before 3.51.3, SQLite can drop a commit that races a checkpoint. */
function ensureSafe(connection: Sqlite.Database): void {
  const version = connection.prepare('select sqlite_version()').pluck().get() as string
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const number = (major * 1000 + minor) * 1000 + patch
  if (number < (oldestSafe[0] * 1000 + oldestSafe[1]) * 1000 + oldestSafe[2])
    throw new Error(`SQLite ${version} can lose a commit; ${oldestSafe.join('.')} or newer is needed.`)
}

/**
 * Runs `work`, a migration, with foreign keys off, since a table that others refer to cannot be written anew otherwise; throws
 * if any reference is broken afterwards. See "Making Other Kinds Of Table Schema Changes" in SQLite's ALTER TABLE page.
 * `work` says how many steps the database has been through. After which of them its references were last found whole is
 * kept in the file, because looking reads all of it, and most starts change nothing.
 */
export async function withoutForeignKeys(connection: Sqlite.Database, work: () => Promise<number>): Promise<void> {
  connection.pragma('foreign_keys = OFF')
  let steps: number
  try {
    steps = await work()
  } finally {
    connection.pragma('foreign_keys = ON')
  }
  if (connection.pragma('user_version', { simple: true }) === steps) return
  ensureWhole(connection)
  connection.pragma(`user_version = ${steps}`)
}

function ensureWhole(connection: Sqlite.Database): void {
  const broken = connection.pragma('foreign_key_check') as { table: string }[]
  if (broken.length > 0) throw new Error(`The database holds broken references in ${broken[0]!.table}.`)
}
