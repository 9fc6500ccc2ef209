import type { Registry } from '../../db/open.ts'
import { commandLineAt, perform } from '../audit/perform.ts'

/** Records that all that is in the registry, but for its people, is about to be written into a file: the file itself holds this entry. */
export async function recordArchive(registry: Registry, now: Date): Promise<void> {
  await perform(
    registry,
    commandLineAt(now.toISOString()),
    async (_, record) =>
      record({ action: 'archive.write', objectKind: 'registry', objectId: 'registry', details: { format: 'jsonl' } }),
    { redraws: false },
  )
}
