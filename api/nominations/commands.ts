import { newId } from '../../db/ids.ts'
import type { Database, Registry } from '../../db/open.ts'
import { findSameNomination, insertSender, insertSignal } from '../../db/signals.ts'
import { specialisms } from '../../db/taxonomy.ts'
import { type By, perform } from '../audit/perform.ts'
import type { OpenNominationRequest } from '../contract/signals.ts'
import { invalid, repeated } from '../refusal.ts'

/** Keeps what somebody without an account nominates. Their name and address stand apart, and not in the trail, which is for ever. */
export async function nominateOpenly(registry: Registry, request: OpenNominationRequest, by: By) {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const { title, webAddress, service, interest, name, address } = request
      const text = textOf(request)
      // Whoever had no answer sends it again, without an account that a key could be kept for.
      const same = await findSameNomination(trx, { title, text, after: dayBefore(by.at) })
      if (same) return same
      const id = newId(Date.parse(by.at))
      const place = { scan: null, specialism: await specialismOf(trx, request), technology: null }
      const said = { id, title, text, webAddress, service, interest }
      await insertSignal(trx, { ...said, ...place, sentBy: by.account, receivedAt: by.at })
      if (name || address) await insertSender(trx, id, { name, address })
      record({ action: 'signal.nominate', objectKind: 'signal', objectId: id, details: { open: true } })
      return { id, title, receivedAt: by.at }
    },
    { redraws: false },
  )
}

const dayBefore = (at: string) => new Date(Date.parse(at) - 24 * 60 * 60 * 1000).toISOString()

function textOf({ what, why, source }: OpenNominationRequest): string {
  const parts = [`What it is: ${what}`, `What it would change: ${why}`]
  return [...parts, ...(source ? [`Where it was seen: ${source}`] : [])].join('\n\n')
}

async function specialismOf(trx: Database, { specialism }: OpenNominationRequest): Promise<string | null> {
  if (specialism === null) return null
  const found = (await specialisms(trx)).find(({ id, slug }) => id === specialism || slug === specialism)
  if (!found) throw invalid('/specialism', `There is no specialism ${repeated(specialism)} here.`)
  return found.id
}
