import type { Database } from '../../db/open.ts'
import { findSignal } from '../../db/signals.ts'
import type { Signal } from '../contract/signals.ts'
import { Refusal, repeated } from '../refusal.ts'

/** Throws 404 where there is no such signal. */
export async function getSignal(db: Database, id: string): Promise<Signal> {
  const signal = await findSignal(db, id)
  if (!signal) throw new Refusal('not-found', `There is no signal ${repeated(id)}.`)
  return signal
}
