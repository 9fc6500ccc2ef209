import { sql } from 'kysely'
import { keyOfName } from '../../api/imports/technology-names.ts'
import { connect, type Database, type Registry } from '../open.ts'
import { openSqlite } from './open.ts'
import type { StagedTable } from './staging.ts'

/** Another process may be writing for as long. */
const patienceMs = 30_000
const cacheKib = 65_536

/** A connection of its own to the registry, for a thread, with what was put aside of an import at hand. */
export interface Entering extends Pick<Registry, 'transaction'> {
  close(): Promise<void>
}

export function openEntering(file: string, staging: string): Entering {
  const connection = openSqlite(file)
  connection.pragma(`busy_timeout = ${patienceMs}`)
  connection.pragma(`cache_size = -${cacheKib}`)
  connection.prepare('attach database ? as staged').run(staging)
  connection.pragma('staged.synchronous = OFF')
  connection.function('key_of_name', { deterministic: true }, (name) => keyOfName(String(name)))
  const db = connect(connection)
  return { transaction: (work) => db.transaction().execute(work), close: () => db.destroy() }
}

/** Enters all rows that were put aside for these tables, in the order of the file, one statement a table. */
export async function enterStaged(trx: Database, tables: readonly StagedTable[]): Promise<void> {
  for (const { table, columns } of tables) {
    const list = sql.join(columns.map((column) => sql.ref(column)))
    await sql`insert into ${sql.table(`main.${table}`)} (${list})
      select ${list} from ${sql.table(`staged.${table}`)} order by rowid`.execute(trx)
  }
}

export async function countStaged(trx: Database, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(`staged.${table}`)}`.execute(trx)
  return rows[0]!.n
}

/** The number that was noted under a key when the file was looked at. */
export async function countStagedKey(trx: Database, key: string): Promise<number | undefined> {
  const { rows } = await sql<{ row: number }>`select row from staged.keys where key = ${key}`.execute(trx)
  return rows[0]?.row
}

/** Leaves out the technologies whose name somebody has entered meanwhile, and gives those whose slug was taken another. */
export async function leaveOutTechnologies(trx: Database, tables: readonly StagedTable[]): Promise<void> {
  await sql`insert into staged.known (row, name, here, findings)
    select keys.row, held.name, held.slug, '[]' from (
      select name, slug from main.technologies
      union all select value, slug from main.technologies, json_each(aliases)) as held
    join staged.keys as keys on keys.key = key_of_name(held.name)
    where keys.here is null and keys.row is not null
    on conflict do nothing`.execute(trx)
  await leaveOutKnown(trx, tables)
  const { rows } = await sql<{ n: number; slug: string }>`select rowid as n, slug from staged.technologies
    where slug in (select slug from main.technologies)`.execute(trx)
  for (const { n, slug } of rows)
    await sql`update staged.technologies set slug = ${await freeSlugLike(trx, slug)} where rowid = ${n}`.execute(trx)
}

/** Leaves out the signals that came in meanwhile by another file. */
export async function leaveOutSignals(trx: Database, tables: readonly StagedTable[]): Promise<void> {
  await sql`insert into staged.known (row, name, here, findings)
    select row, title, null, '[]' from staged.signals
    where source_record in (select source_record from main.signals where origin = 'import')
    on conflict do nothing`.execute(trx)
  await leaveOutKnown(trx, tables)
}

async function leaveOutKnown(trx: Database, tables: readonly StagedTable[]): Promise<void> {
  for (const { table } of tables)
    await sql`delete from ${sql.table(`staged.${table}`)} where row in (select row from staged.known)`.execute(trx)
}

async function freeSlugLike(trx: Database, slug: string): Promise<string> {
  for (let n = 2; ; n++) {
    const candidate = `${slug}-${n}`
    const { rows } = await sql`select 1 from main.technologies where slug = ${candidate}
      union all select 1 from staged.technologies where slug = ${candidate}`.execute(trx)
    if (rows.length === 0) return candidate
  }
}
