import Sqlite from 'better-sqlite3'
import type { ImportFinding, ImportRow } from '../../api/contract/imports.ts'

/** A table of the registry with those of its columns that an import fills, in the order in which they are given. */
export interface StagedTable {
  table: string
  columns: readonly string[]
}

type Value = string | number | null
/** Puts a row of a staged table aside; `row` is the row of the file that it comes from. */
export type Stage = (row: number, values: readonly Value[]) => void

const schema = `
  create table keys (key text not null primary key, row integer, here text) without rowid;
  create table bad (row integer not null primary key, name text not null, cells text not null, findings text not null);
  create table known (row integer not null primary key, name text not null, here text, findings text not null);
`

/**
 * A file beside the registry in which an import is looked at before any of it is entered: what would be entered, what is here already, what
 * cannot be used. Only ever one thread has it open. It need not outlive a crash, so nothing waits for the disk.
 */
export class Staging {
  private readonly connection: Sqlite.Database
  private readonly statements: Record<'findKey' | 'keepKey' | 'takeKey' | 'bad' | 'known', Sqlite.Statement>

  /** `file` is new, or written anew by `create`. */
  constructor(file: string) {
    this.connection = new Sqlite(file)
    this.connection.pragma('synchronous = OFF')
    this.connection.pragma('journal_mode = OFF')
    this.connection.pragma('cache_size = -16384')
    this.connection.exec(schema)
    const prepare = (text: string) => this.connection.prepare(text)
    this.statements = {
      findKey: prepare('select row, here from keys where key = ?'),
      keepKey: prepare('insert into keys (key, row, here) values (?, ?, ?) on conflict do nothing'),
      takeKey: prepare('update keys set row = ? where key = ?'),
      bad: prepare('insert into bad (row, name, cells, findings) values (?, ?, ?, ?)'),
      known: prepare('insert into known (row, name, here, findings) values (?, ?, ?, ?)'),
    }
  }

  /** Makes room for rows of a table; what is given puts one aside. */
  stage({ table, columns }: StagedTable): Stage {
    this.connection.exec(`create table ${table} (row integer not null, ${columns.join(', ')})`)
    const statement = this.connection.prepare(`insert into ${table} values (?, ${columns.map(() => '?').join(', ')})`)
    return (row, values) => void statement.run(row, ...values)
  }

  /** Many rows at once, which is quicker. */
  inOneGo(work: () => void): void {
    this.connection.exec('begin')
    work()
    this.connection.exec('commit')
  }

  /** Notes what identifies a row; `here` is what the registry calls it, for what it holds already. The first to come stays. */
  keepKey(key: string, row: number | null, here: string | null): boolean {
    return this.statements.keepKey.run(key, row, here).changes === 1
  }

  /** Says that a key stands for another row from now on. */
  takeKey(key: string, row: number): void {
    this.statements.takeKey.run(row, key)
  }

  findKey(key: string): { row: number | null; here: string | null } | undefined {
    return this.statements.findKey.get(key) as { row: number | null; here: string | null } | undefined
  }

  addBad(row: number, name: string, cells: readonly string[], findings: readonly ImportFinding[]): void {
    this.statements.bad.run(row, name, JSON.stringify(cells), JSON.stringify(findings))
  }

  addKnown({ row, name, here, findings }: ImportRow): void {
    this.statements.known.run(row, name, here, JSON.stringify(findings))
  }

  close(): void {
    this.connection.close()
  }
}
