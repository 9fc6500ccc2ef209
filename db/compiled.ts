import type { Compilable, CompiledQuery } from 'kysely'
import type { Database } from './open.ts'

/**
 * A query that every request asks, compiled once for each database, since building it takes longer than running it.
 * `build` gives its parameters any value; those of a run come in the order in which they stand in the query.
 */
export function compiledOnce<Row, Parameters extends unknown[]>(
  build: (db: Database) => Compilable<Row>,
): (db: Database, ...parameters: Parameters) => Promise<Row[]> {
  const compiled = new WeakMap<Database, CompiledQuery<Row>>()
  return async (db, ...parameters) => {
    const query = compiled.get(db) ?? build(db).compile()
    compiled.set(db, query)
    const { rows } = await db.executeQuery<Row>({ ...query, parameters })
    return rows
  }
}
