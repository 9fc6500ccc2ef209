import { createHash } from 'node:crypto'
import type { Registry } from '../../../db/open.ts'
import { drawPseudonyms, pseudonymsOf } from '../../../db/pseudonyms.ts'
import { type By, perform } from '../../audit/perform.ts'
import type { AuditNote } from '../../audit/trail.ts'
import type { FollowedScan } from '../../ranking/follower.ts'

/** What of a scan was exported, as the trail keeps it: never an answer. */
export interface AnswersExport {
  scan: string
  whose: 'own' | 'all'
  format: 'csv' | 'xlsx' | 'json'
  round: number
  answers: number
}

/** Draws what pseudonyms a scan's panel still lacks, before its answers leave for the first time. */
export async function ensurePseudonyms(registry: Registry, { head, panel, held }: FollowedScan, by: By): Promise<void> {
  const known = await pseudonymsOf(registry.read, head.id)
  const needed = [...panel.map(({ id }) => id), ...held.log.panellists.ids]
  if (needed.every((id) => known.has(id))) return
  await perform(
    registry,
    by,
    async (trx, record) => {
      const drawn = await drawPseudonyms(trx, head.id)
      record({ action: 'pseudonyms.draw', objectKind: 'scan', objectId: head.id, details: { drawn } })
    },
    { redraws: false },
  )
}

/** What the trail says of answers that leave: how many, and the SHA-256 of the file. */
export function exportNote({ scan, ...facts }: AnswersExport, file: string | Buffer): AuditNote {
  const digest = createHash('sha256').update(file).digest('hex')
  return { action: 'answers.export', objectKind: 'scan', objectId: scan, details: { ...facts, digest } }
}
