import { newId } from '../../db/ids.ts'
import type { Database, Registry } from '../../db/open.ts'
import { findScan, heldSpecialisms } from '../../db/scans.ts'
import { insertNomination } from '../../db/signals.ts'
import { specialisms } from '../../db/taxonomy.ts'
import { type By, perform } from '../audit/perform.ts'
import type { NominateRequest } from '../contract/signals.ts'
import { invalid, repeated } from '../refusal.ts'

/** Keeps what somebody expected and did not see, as it came, for the scan team. */
export async function nominate(registry: Registry, request: NominateRequest, by: By) {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const { title, text, webAddress } = request
      const place = await placeOf(trx, request)
      const signal = { id: newId(Date.parse(by.at)), title, text, webAddress, sentBy: by.account, receivedAt: by.at }
      await insertNomination(trx, { ...signal, ...place })
      const details = { ...place, title }
      record({ action: 'signal.nominate', objectKind: 'signal', objectId: signal.id, details })
      return { id: signal.id, title, receivedAt: by.at }
    },
    { redraws: false },
  )
}

/** The scan and the specialism (ids) that a nomination names. */
async function placeOf(trx: Database, { scan, specialism }: NominateRequest) {
  const found = scan === null ? null : await findScan(trx, scan)
  if (found === undefined) throw invalid('/scan', `There is no scan ${repeated(scan)}.`)
  if (specialism === null) return { scan: found?.id ?? null, specialism: null }
  const known = found ? await heldSpecialisms(trx, found.id) : await specialisms(trx)
  const one = known.find(({ id, slug }) => id === specialism || slug === specialism)
  if (!one) throw invalid('/specialism', `There is no specialism ${repeated(specialism)} here.`)
  return { scan: found?.id ?? null, specialism: one.id }
}
