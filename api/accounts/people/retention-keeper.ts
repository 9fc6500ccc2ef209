import { eraseSendersBefore } from '../../../db/erasure.ts'
import { deleteLinksExpiredBefore } from '../../../db/one-use-links.ts'
import type { Registry } from '../../../db/open.ts'
import { deleteSessionsExpiredBefore } from '../../../db/sessions.ts'
import { perform } from '../../audit/perform.ts'

const everyMs = 60 * 60_000

/**
 * Lets go of what has been kept long enough: sessions and links that have ended, and, after so many months, who nominated without an
 * account. Says in the trail of how many nominations.
 */
export async function forgetOld(registry: Registry, months: number, now: Date): Promise<void> {
  const before = new Date(now)
  before.setUTCMonth(before.getUTCMonth() - months)
  const at = now.toISOString()
  const erased = await perform(
    registry,
    { account: null, at },
    async (trx, record) => {
      await deleteSessionsExpiredBefore(trx, at)
      await deleteLinksExpiredBefore(trx, at)
      const senders = await eraseSendersBefore(trx, before.toISOString())
      if (senders > 0)
        record({ action: 'sender.forget', objectKind: 'sender', objectId: 'by-age', details: { senders, months } })
      return senders
    },
    { redraws: false },
  )
  if (erased > 0) await registry.forgetDeleted()
}

/** Does so now and every hour from now on; what goes wrong is told to `failed`. Returns what stops it, once nothing of it is running. */
export function startForgetting(
  registry: Registry,
  months: number,
  now: () => Date,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  const run = () => {
    running = running.then(() => forgetOld(registry, months, now())).catch(failed)
  }
  run()
  const timer = setInterval(run, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}
