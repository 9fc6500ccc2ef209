import Sqlite from 'better-sqlite3'

/**
 * Runs `work` while no other program has the database in `file` open, nor can write it: its log is folded into it before, so that the
 * one file is all there is. Resolves to false, without running it, where some program has it open. Throws where the file is no sound database.
 */
export async function whileClosed(file: string, work: () => Promise<void>): Promise<boolean> {
  const connection = new Sqlite(file, { timeout: 0 })
  try {
    // Leaving the write-ahead log takes the file for itself alone, which any other open connection prevents.
    connection.pragma('journal_mode = DELETE')
    connection.exec('begin exclusive')
  } catch (error) {
    connection.close()
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return false
    throw error
  }
  try {
    await work()
    return true
  } finally {
    connection.close()
  }
}
