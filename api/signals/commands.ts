import { newId } from '../../db/ids.ts'
import type { Database, Registry } from '../../db/open.ts'
import { findScan, heldSpecialisms } from '../../db/scans.ts'
import { insertSignal } from '../../db/signals.ts'
import { specialisms } from '../../db/taxonomy.ts'
import { findTechnology } from '../../db/technologies.ts'
import { type By, perform } from '../audit/perform.ts'
import type { NominateRequest } from '../contract/signals.ts'
import { invalid, repeated } from '../refusal.ts'

/** Keeps what somebody expected and did not see, or holds to be out of date, as it came, for the scan team. */
export async function nominate(registry: Registry, request: NominateRequest, by: By) {
  return perform(
    registry,
    by,
    async (trx, record) => {
      const { title, text, webAddress } = request
      const place = await placeOf(trx, request)
      const signal = { id: newId(Date.parse(by.at)), title, text, webAddress, sentBy: by.account, receivedAt: by.at }
      const technology = await technologyOf(trx, request)
      await insertSignal(trx, { ...signal, ...place, technology })
      const details = { ...place, technology, title }
      record({ action: 'signal.nominate', objectKind: 'signal', objectId: signal.id, details })
      return { id: signal.id, title, receivedAt: by.at }
    },
    { redraws: false },
  )
}

/** The technology (id) whose stage is said to be out of date, which needs a reason; null where none is named. */
async function technologyOf(trx: Database, { technology, text }: NominateRequest): Promise<string | null> {
  if (technology === null) return null
  const found = await findTechnology(trx, technology, 'scans')
  if (!found) throw invalid('/technology', `No scan holds a technology ${repeated(technology)}.`)
  if (text === '') throw invalid('/text', 'Say what has changed, and how you know.')
  return found.id
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
