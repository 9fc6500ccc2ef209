import { isId } from '../../db/ids.ts'
import { listSignals } from '../../db/signals.ts'
import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { allow } from '../http/access.ts'
import { type Api, created, ok } from '../http/serve.ts'
import { Refusal } from '../refusal.ts'
import { getScan } from '../scans/commands.ts'
import { nominate } from './commands.ts'

export function signalRoutes(api: Api): void {
  const { registry } = api.world

  api.serve(operations.nominate, allow('signals.nominate'), async ({ body, by }) =>
    created(await nominate(registry, body, by), link(paths.signals, {})),
  )

  api.serve(operations.listSignals, allow('signals.read'), async ({ query }) => {
    const scan = query.scan === undefined ? null : (await getScan(registry.read, query.scan)).id
    const after = query.cursor === undefined ? null : fromCursor(query.cursor)
    const page = await listSignals(registry.read, { scan, limit: query.limit, after })
    return ok({ ...page, nextCursor: page.nextCursor && toCursor(page.nextCursor) })
  })
}

const toCursor = (id: string) => Buffer.from(id).toString('base64url')

function fromCursor(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString()
  if (isId(id)) return id
  const detail = 'The cursor is not one that was given. Start again without it.'
  throw new Refusal('invalid', detail, { errors: [{ parameter: 'cursor', detail }] })
}
