import { CompiledQuery, sql } from 'kysely'
import type { Database, Registry } from '../open.ts'
import { deferReferences } from '../sqlite/references.ts'
import { type ArchivedTable, archivedTables, leftOut } from './tables.ts'

export type Cell = string | number | null | Uint8Array

/** Runs `work` on the registry as it is at this moment, whatever is written meanwhile. */
export async function inOneSnapshot<T>(registry: Registry, work: (db: Database) => Promise<T>): Promise<T> {
  return registry.read.transaction().setIsolationLevel('repeatable read').execute(work)
}

/** The steps by which the database came to its present form, in their order. */
export async function stepsOf(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}

/** The columns of each archived table that go into an archive, in the order of the database. */
export async function archivedColumns(db: Database): Promise<Map<string, string[]>> {
  const known = new Map((await db.introspection.getTables()).map(({ name, columns }) => [name, columns]))
  return new Map(
    archivedTables.map(({ name, without = [] }) => {
      const columns = known.get(name)!.map((column) => column.name)
      return [name, columns.filter((column) => !without.includes(column))]
    }),
  )
}

/** The rows of a table, one after another: never more than one is held. */
export async function* rowsOf(db: Database, { name, key }: ArchivedTable, columns: readonly string[]) {
  const unsorted = db.selectFrom(name).select(columns.map((column) => sql.ref<Cell>(column).as(column)))
  const sorted = key.reduce((query, column) => query.orderBy(sql.ref(column)), unsorted)
  for await (const row of sorted.stream()) {
    const cells = row as Record<string, Cell>
    yield columns.map((column) => cells[column]!)
  }
}

/** Whether nothing has ever been entered, by anybody. */
export async function holdsNothing(db: Database): Promise<boolean> {
  const names = [...archivedTables.map(({ name }) => name as string), ...Object.keys(leftOut)]
  for (const name of names.filter((one) => one !== 'registry_state')) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db)
    if (rows.length > 0) return false
  }
  return true
}

/** Makes room for the rows of an archive in an empty registry: references may be broken until all rows are there. */
export async function beginRestoring(trx: Database): Promise<void> {
  await deferReferences(trx)
  await trx.deleteFrom('registry_state').execute()
}

/** A function that adds one row of a table as it was. */
export function rowInserter(
  trx: Database,
  table: string,
  columns: readonly string[],
): (cells: Cell[]) => Promise<void> {
  const places = columns.map(() => '?').join(', ')
  const names = columns.map((column) => `"${column}"`).join(', ')
  const text = `insert into "${table}" (${names}) values (${places})`
  return async (cells) => void (await trx.executeQuery(CompiledQuery.raw(text, cells)))
}
