import { accountsWithRole } from '../../db/accounts.ts'
import { isId } from '../../db/ids.ts'
import {
  countSignals,
  lastReadAt,
  type SignalQuery,
  signalIds,
  signalRecords,
  signalsWithIds,
  sourcesOfSignals,
} from '../../db/signals.ts'
import type { RegistryState } from '../../db/state.ts'
import * as operations from '../contract/operations.ts'
import { link, paths } from '../contract/paths.ts'
import { allow } from '../http/access.ts'
import { type Api, created, ok } from '../http/serve.ts'
import { Refusal } from '../refusal.ts'
import { getScan } from '../scans/commands.ts'
import { getTechnology } from '../technologies/commands.ts'
import { nominate } from './commands.ts'
import { getSignal } from './reader.ts'
import { SuggestionKeeper } from './suggestion-keeper.ts'
import { triageSignal, triageSignals } from './triage-commands.ts'

export function signalRoutes(api: Api): void {
  const { registry } = api.world
  const suggestions = new SuggestionKeeper(registry)

  api.serve(operations.nominate, allow('signals.nominate'), async ({ body, by }) =>
    created(await nominate(registry, body, by), link(paths.signals, {})),
  )

  api.serve(operations.listSignals, allow('signals.read'), async ({ query, access }) => {
    const { scan, technology, sort, limit, cursor, ...rest } = query
    const asked: SignalQuery = {
      ...rest,
      scan: scan === undefined ? null : (await getScan(registry.read, scan)).id,
      technology: technology === undefined ? null : (await getTechnology(registry.read, technology)).id,
    }
    const counts = await countSignals(registry.read, asked)
    const states = asked.state?.length ? new Set(asked.state) : new Set(['unread', 'linked', 'dismissed'] as const)
    const total = [...states].reduce((sum, state) => sum + counts[state], 0)
    const page =
      sort === 'newest' ? await newest(asked, limit, cursor) : await likeliest(asked, limit, cursor, access.state)
    return ok({ items: await signalsWithIds(registry.read, page.ids), total, nextCursor: page.next, counts })
  })

  api.serve(operations.readSignalChoices, allow('signals.read'), async () => {
    const team = (await accountsWithRole(registry.read, 'scanner')).map(({ id, name }) => ({ id, name }))
    const sources = await sourcesOfSignals(registry.read)
    return ok({ sources, team, lastReadAt: await lastReadAt(registry.read) })
  })

  api.serve(operations.triageSignals, allow('signals.write'), async ({ body, by }) =>
    ok(await triageSignals(registry, body, by)),
  )

  api.serve(operations.readSignal, allow('signals.read'), async ({ params }) => {
    const signal = await getSignal(registry.read, params.signal)
    return ok(signal, signal.version)
  })

  api.serve(operations.listSignalRecords, allow('signals.read'), async ({ params }) => {
    const { id } = await getSignal(registry.read, params.signal)
    const items = await signalRecords(registry.read, id)
    return ok({ items, total: items.length })
  })

  api.serve(operations.readSignalSuggestions, allow('signals.read'), async ({ params, access }) => {
    const { id } = await getSignal(registry.read, params.signal)
    return ok(await suggestions.suggestionsFor(id, access.state))
  })

  api.serve(operations.triageSignal, allow('signals.write'), async ({ params, body, seen, by }) => {
    const triaged = await triageSignal(registry, params.signal, body, seen, by)
    return ok(triaged, triaged.items[0]!.version)
  })

  async function newest(asked: SignalQuery, limit: number, cursor: string | undefined) {
    const after = cursor === undefined ? null : fromCursor(cursor).id
    const ids = await signalIds(registry.read, asked, { after, limit: limit + 1 })
    const page = ids.slice(0, limit)
    return { ids: page, next: ids.length > limit ? toCursor(page.at(-1)!) : null }
  }

  async function likeliest(asked: SignalQuery, limit: number, cursor: string | undefined, state: RegistryState) {
    if (!asked.state?.length || asked.state.some((one) => one !== 'unread')) throw onlyUnread()
    const ordered = await suggestions.inOrder(await signalIds(registry.read, asked), state)
    const from = cursor === undefined ? undefined : fromCursor(cursor)
    const rest = from
      ? ordered.filter(({ id, points }) => points < from.points || (points === from.points && id < from.id))
      : ordered
    const page = rest.slice(0, limit)
    const last = page.at(-1)
    return { ids: page.map(({ id }) => id), next: rest.length > limit ? toCursor(last!.id, last!.points) : null }
  }
}

/** A signal after which to go on and, in the order of likelihood, its points. */
const toCursor = (id: string, points = 0) => Buffer.from(`${id} ${points}`).toString('base64url')

function fromCursor(cursor: string): { id: string; points: number } {
  const [id, points] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (isId(id!) && /^-?\d{1,7}$/.test(points ?? '')) return { id: id!, points: Number(points) }
  const detail = 'The cursor is not one that was given. Start again without it.'
  throw new Refusal('invalid', detail, { errors: [{ parameter: 'cursor', detail }] })
}

function onlyUnread(): Refusal {
  const detail = 'Only unread signals are put in the order of likelihood. Ask for state=unread, or for sort=newest.'
  return new Refusal('invalid', detail, { errors: [{ parameter: 'sort', detail }] })
}
