import { beginRestoring, type Cell, holdsNothing, rowInserter } from '../../db/archive/rows.ts'
import { trailInOrder } from '../../db/audit.ts'
import type { Database, Registry } from '../../db/open.ts'
import { type Head, misfitOf } from '../audit/trail.ts'
import { ArchiveProblem, type WrittenCell } from './format.ts'
import { type ArchivedRow, type Expected, expectedOf, rowsIn } from './line-reader.ts'

/**
 * Reads an archive into an empty registry: all of it or none. What it is, its counts and its digest are checked before anything is
 * entered, its references and its audit trail before that is kept. It leaves no entry in the trail: the registry is then the one that was
 * archived, to the last byte of an archive of it.
 */
export async function readArchive(registry: Registry, file: string): Promise<{ rows: number; sha256: string }> {
  const expected = await expectedOf(registry.read)
  await ensureHoldsNothing(registry.read)
  const sha256 = await readThrough(rowsIn(file, expected), async () => {})
  return registry
    .transaction(async (trx) => {
      await ensureHoldsNothing(trx)
      await beginRestoring(trx)
      const again = await enterRows(trx, file, expected)
      if (again.sha256 !== sha256) throw new ArchiveProblem('The file changed while it was read. Nothing was entered.')
      await ensureTrailHolds(trx)
      return again
    })
    .catch(asProblem)
}

async function enterRows(trx: Database, file: string, expected: Expected) {
  const { tables } = expected
  const inserters = tables.map(({ name, columns }) => rowInserter(trx, name, columns))
  let rows = 0
  const sha256 = await readThrough(rowsIn(file, expected), async ({ table, cells }) => {
    rows++
    await inserters[table]!(cells.map(asCell)).catch((error: Error) => {
      throw new ArchiveProblem(`Row ${rows}, of “${tables[table]!.name}”, does not fit the registry: ${error.message}.`)
    })
  })
  return { rows, sha256 }
}

/** What the generator returns in the end, each row given to `each`. */
async function readThrough(
  rows: AsyncGenerator<ArchivedRow, string>,
  each: (row: ArchivedRow) => Promise<void>,
): Promise<string> {
  for (;;) {
    const next = await rows.next()
    if (next.done) return next.value
    await each(next.value)
  }
}

async function ensureHoldsNothing(db: Database): Promise<void> {
  if (await holdsNothing(db)) return
  throw new ArchiveProblem(
    'This registry is not empty, and an archive is only read into an empty one. Set OFFING_DATA to a new file.',
  )
}

async function ensureTrailHolds(trx: Database): Promise<void> {
  let before: Head | undefined
  for await (const entry of trailInOrder(trx)) {
    const misfit = misfitOf(before, entry)
    if (misfit)
      throw new ArchiveProblem(
        `The archive’s audit trail was altered: entry ${entry.seq} does not follow from the one before. Look: ${misfit}.`,
      )
    before = entry
  }
}

/** References are checked when the transaction ends, by the database, which says no more than this. */
function asProblem(error: Error): never {
  if (/FOREIGN KEY/.test(error.message))
    throw new ArchiveProblem('The archive refers to rows that it does not hold. Nothing was entered.')
  throw error
}

const asCell = (cell: WrittenCell): Cell =>
  typeof cell === 'object' && cell !== null ? Buffer.from(cell.base64, 'base64') : cell
