import { Readable } from 'node:stream'
import { headOfTrail } from '../../db/audit.ts'
import * as operations from '../contract/operations.ts'
import { allow } from '../http/access.ts'
import { type Api, ok } from '../http/serve.ts'
import { csvPart } from '../http/spreadsheets.ts'
import { Refusal } from '../refusal.ts'
import { backupWitnesses } from './backup-reader.ts'
import { CheckKeeper } from './check-keeper.ts'
import { headings, lineOf, rowOf } from './file-rows.ts'
import { type Batch, readChoices, readTrail, trailFor } from './search-reader.ts'

export function auditRoutes(api: Api): void {
  const { registry, now, settings } = api.world
  const check = new CheckKeeper({
    read: registry.read,
    now,
    backups: () => backupWitnesses(settings.backups.folder),
    total: async () => (await headOfTrail(registry.read))?.seq ?? 0,
  })

  api.serve(operations.readAuditCheck, allow('audit.read'), async () => ok(check.last()))

  api.serve(operations.checkAudit, allow('audit.read'), async () => ok(await check.start()))

  api.serve(operations.listAudit, allow('audit.read'), async ({ query: { cursor, limit, ...filters } }) =>
    ok(await readTrail(registry.read, filters, { below: numberIn(cursor), limit })),
  )

  api.serve(operations.listAuditChoices, allow('audit.read'), async () => ok(await readChoices(registry.read)))

  api.serve(operations.exportAuditCsv, allow('audit.export'), async ({ query }) =>
    fileOf('csv', csvParts(trailFor(registry.read, query))),
  )

  api.serve(operations.exportAuditLines, allow('audit.export'), async ({ query }) =>
    fileOf('jsonl', lineParts(trailFor(registry.read, query))),
  )

  const fileOf = (ending: string, parts: AsyncIterable<string>) => ({
    status: 200 as const,
    file: { name: `audit-trail-${now().toISOString().slice(0, 10)}.${ending}`, content: Readable.from(parts) },
  })
}

function numberIn(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor)
  const detail = 'The cursor is not one that was given. Start again without it.'
  throw new Refusal('invalid', detail, { errors: [{ parameter: 'cursor', detail }] })
}

async function* csvParts(batches: AsyncIterable<Batch>): AsyncGenerator<string> {
  yield csvPart([headings], { isFirst: true })
  for await (const batch of batches) yield csvPart(batch.map(({ entry, kept }) => rowOf(entry, kept)))
}

async function* lineParts(batches: AsyncIterable<Batch>): AsyncGenerator<string> {
  for await (const batch of batches) yield batch.map(({ entry, kept }) => lineOf(entry, kept)).join('')
}
