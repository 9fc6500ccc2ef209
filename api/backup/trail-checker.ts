import { trailInOrder } from '../../db/audit.ts'
import { readingAlone } from '../../db/sqlite/backup.ts'
import { type Head, misfitOf } from '../audit/trail.ts'

/** Throws where the audit trail in a database does not fit from its first entry to `head`, or goes on after it. */
export async function ensureTrailHolds(file: string, head: Head | null): Promise<void> {
  const last = await readingAlone(file, async (db) => {
    let before: Head | undefined
    for await (const entry of trailInOrder(db)) {
      const misfit = misfitOf(before, entry)
      if (misfit) throw new Error(`The audit trail does not fit at entry ${entry.seq}: ${misfit}.`)
      before = entry
    }
    return before
  })
  if (last?.digest !== head?.digest) throw new Error('The audit trail does not end where it is said to end.')
}
