import * as operations from '../../contract/operations.ts'
import { allow } from '../../http/access.ts'
import { type Api, ok } from '../../http/serve.ts'
import { Refusal } from '../../refusal.ts'
import { scopeOf } from '../scope.ts'
import { readChanges, readComparison } from './reader.ts'

export function technologyChangeRoutes(api: Api): void {
  const { read } = api.world.registry

  api.serve(operations.listTechnologyChanges, allow('technologies.read'), async ({ params, query, access }) => {
    const page = { before: query.cursor === undefined ? null : fromCursor(query.cursor), limit: query.limit }
    return ok(await readChanges(read, params.technology, scopeOf(access.grant), page))
  })

  api.serve(operations.compareTechnologyStates, allow('technologies.read'), async ({ params, query, access }) =>
    ok(await readComparison(read, params.technology, scopeOf(access.grant), query)),
  )
}

function fromCursor(cursor: string): number {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor)
  const detail = 'The cursor is not one that was given. Start again without it.'
  throw new Refusal('invalid', detail, { errors: [{ parameter: 'cursor', detail }] })
}
