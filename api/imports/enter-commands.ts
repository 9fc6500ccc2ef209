import { insertImport } from '../../db/imports.ts'
import { countStaged, type Entering, enterStaged } from '../../db/sqlite/entering.ts'
import { perform } from '../audit/perform.ts'
import { Refusal } from '../refusal.ts'
import type { EnterTask } from './import-task.ts'
import { kinds } from './kinds-checker.ts'

/**
 * Enters what was put aside of an import, all of it or none: in one transaction, with one entry in the trail. What came to be in the registry
 * since the file was looked at is known by now, and left out. Throws a refusal where the whole was asked for and a row is bad.
 */
export async function enterImport(registry: Entering, task: EnterTask) {
  const { tables, redraws, leaveOutKnown, prepare } = kinds[task.kind]
  return perform(
    registry,
    task.by,
    async (trx, record) => {
      await leaveOutKnown(trx, tables)
      const counts = {
        entered: await countStaged(trx, tables[0]!.table),
        known: await countStaged(trx, 'known'),
        bad: await countStaged(trx, 'bad'),
      }
      if (task.whole && counts.bad > 0)
        throw new Refusal(
          'conflict',
          `${counts.bad} rows cannot be used, and you asked for all or none. Nothing was entered.`,
        )
      if (counts.entered === 0) throw new Refusal('conflict', 'There is no new row to enter.')
      const more = await prepare?.(trx, task)
      await enterStaged(trx, tables)
      await insertImport(trx, {
        ...task.facts,
        ...counts,
        kind: task.kind,
        enteredAt: task.by.at,
        enteredBy: task.by.account,
      })
      const { id, ...file } = task.facts
      record({
        action: 'import.enter',
        objectKind: 'import',
        objectId: id,
        details: { kind: task.kind, ...file, ...counts, ...more },
      })
      return counts
    },
    { redraws },
  )
}
