import type { Registry } from '../../db/open.ts'
import { findSignal, signalsWithIds } from '../../db/signals.ts'
import { type By, perform } from '../audit/perform.ts'
import type { Signal, TriageAct, Triaged, TriageRequest } from '../contract/signals.ts'
import { ensureSeen, type Precondition } from '../precondition.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import { act } from './act-commands.ts'
import { getSignal } from './reader.ts'

/** Links, dismisses, returns or assigns one signal. */
export async function triageSignal(
  registry: Registry,
  id: string,
  asked: TriageAct,
  seen: Precondition,
  by: By,
): Promise<Triaged> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const signal = await getSignal(trx, id)
      ensureSeen(seen, signal)
      const evidenceLeft = await act({ trx, record, by, pointer: '' }, signal, asked)
      return { items: [(await findSignal(trx, id))!], evidenceLeft }
    },
    { redraws: false },
  )
}

/** The same for many in one transaction: where one cannot be done, none is. */
export async function triageSignals(registry: Registry, { items }: TriageRequest, by: By): Promise<Triaged> {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const ids = items.map(({ signal }) => signal)
      const signals = new Map((await signalsWithIds(trx, ids)).map((signal) => [signal.id, signal]))
      ensureEachOnce(ids, signals)
      ensureNoneChanged(items, signals)
      const evidenceLeft: Triaged['evidenceLeft'] = []
      for (const [i, { signal, act: asked }] of items.entries()) {
        const desk = { trx, record, by, pointer: `/items/${i}/act` }
        evidenceLeft.push(...(await act(desk, signals.get(signal)!, asked)))
      }
      return { items: await signalsWithIds(trx, ids), evidenceLeft }
    },
    { redraws: false },
  )
}

function ensureEachOnce(ids: readonly string[], signals: ReadonlyMap<string, Signal>): void {
  for (const [i, id] of ids.entries()) {
    if (!signals.has(id)) throw invalid(`/items/${i}/signal`, `There is no signal ${repeated(id)}.`)
    if (ids.indexOf(id) < i) throw invalid(`/items/${i}/signal`, `The signal ${repeated(id)} stands here twice.`)
  }
}

function ensureNoneChanged(items: TriageRequest['items'], signals: ReadonlyMap<string, Signal>): void {
  const changed = items.flatMap(({ signal, version }) => {
    const present = signals.get(signal)!
    return present.version === version ? [] : [present]
  })
  if (changed.length === 0) return
  const titles = changed.slice(0, 3).map(({ title }) => `“${title}”`)
  const more = changed.length > 3 ? ` and ${changed.length - 3} more` : ''
  const detail = `Changed after you read it: ${titles.join(', ')}${more}. Nothing was done: look at it, then choose again.`
  throw new Refusal('stale', detail, { current: changed })
}
