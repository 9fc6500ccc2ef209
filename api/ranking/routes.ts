import * as operations from '../contract/operations.ts'
import { weightsFrom } from '../contract/query.ts'
import { type Access, allow } from '../http/access.ts'
import { type Api, ok } from '../http/serve.ts'
import { Refusal } from '../refusal.ts'
import type { LensReference } from './lens-names.ts'
import type { ScanScope } from './reader.ts'

export function rankingRoutes(api: Api): void {
  const { rankings } = api.world

  api.serveReady(operations.readRanking, allow('ranking.read'), async ({ query, access }) => {
    const { cursor, weights, lens, ...rest } = query
    const asked = {
      ...rest,
      lens: lensFrom(lens),
      weights: weights ? weightsFrom(weights) : undefined,
      from: fromCursor(cursor),
    }
    const ranking = await rankings.ranking(asked, scopeOf(access))
    return ok({ ...ranking, nextCursor: ranking.nextCursor && toCursor(ranking.nextCursor) })
  })

  api.serveReady(operations.readStanding, allow('ranking.read'), async ({ params, query, access }) => {
    const { weights, lens, ...rest } = query
    const asked = { ...rest, lens: lensFrom(lens), weights: weights ? weightsFrom(weights) : undefined }
    return ok(await rankings.standing(params.technology, asked, scopeOf(access)))
  })
}

function scopeOf(access: Access): ScanScope {
  return access.grant === 'drafts' ? 'drafts' : 'all'
}

function lensFrom(text: string): LensReference {
  const [kind, slug] = text.split(':')
  return kind === 'all' || slug === undefined ? { kind: 'all' } : { kind: kind as 'grouping' | 'specialism', slug }
}

const toCursor = (index: string) => Buffer.from(`row ${index}`).toString('base64url')

function fromCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const index = /^row (\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1]
  if (index !== undefined) return Number(index)
  const detail = 'The cursor is not one that was given. Start again without it.'
  throw new Refusal('invalid', detail, { errors: [{ parameter: 'cursor', detail }] })
}
