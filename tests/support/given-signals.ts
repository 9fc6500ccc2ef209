import type { Signal, TriageAct } from '../../api/contract/signals.ts'
import { newId } from '../../db/ids.ts'
import type { TestRegistry, Visitor } from './test-registry.ts'

let moment = Date.parse('2026-11-01T09:00:00Z')

/** Signals of an import, each newer than the one before, with what decides the outcome. */
export async function givenSignals({ registry, scanner }: TestRegistry, ...titles: string[]): Promise<Signal[]> {
  const ids: string[] = []
  for (const title of titles) ids.push(await givenSignal(registry, { title }))
  return Promise.all(ids.map(async (id) => (await scanner.get(`/signals/${id}`).expect(200)).body))
}

/** One signal (its id), as a source or a file would bring it. */
export async function givenSignal(
  registry: TestRegistry['registry'],
  fields: { title: string; text?: string; identifiers?: string[]; web_address?: string; record?: string },
): Promise<string> {
  moment += 60_000
  const id = newId(moment)
  const { record, identifiers = [], text = '', ...rest } = fields
  const receivedAt = new Date(moment).toISOString()
  const known = {
    id,
    origin: 'import' as const,
    received_at: receivedAt,
    text,
    identifiers: JSON.stringify(identifiers),
  }
  await registry.transaction(async (trx) => {
    await trx
      .insertInto('signals')
      .values({ ...known, ...rest })
      .execute()
    if (record === undefined) return
    const row = { signal_id: id, version: 1, content: record, digest: '0'.repeat(64), retrieved_at: receivedAt }
    await trx.insertInto('signal_records').values(row).execute()
  })
  return id
}

/** Does something with the present version of a signal. */
export function triage(visitor: Visitor, { id, version }: Pick<Signal, 'id' | 'version'>, act: object) {
  return visitor.post(`/signals/${id}/triage`, act).set('If-Match', `"${version}"`)
}

/** The same for many at once. */
export function triageAll(visitor: Visitor, signals: readonly Signal[], act: object) {
  const items = signals.map(({ id, version }) => ({ signal: id, version, act: act as TriageAct }))
  return visitor.post('/signals/triage', { items })
}
