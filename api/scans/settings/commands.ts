import { insertMethod, methodOf } from '../../../db/methods.ts'
import type { Database, Registry } from '../../../db/open.ts'
import { heldSpecialisms, holdSpecialisms, removeSpecialisms, type ScanHead, updateScan } from '../../../db/scans.ts'
import { usesOfSpecialism } from '../../../db/specialism-uses.ts'
import { type By, perform } from '../../audit/perform.ts'
import { changesBetween } from '../../audit/trail.ts'
import type { ChangeScanRequest } from '../../contract/scans.ts'
import { ensureSeen, type Precondition } from '../../precondition.ts'
import { Refusal } from '../../refusal.ts'
import { slugOf } from '../../technologies/slug.ts'
import { ensureItWorks, ensureNameIsFree, ensureTimeZone, getScan, knownSpecialisms } from '../commands.ts'
import { bandEndsFor } from '../method.ts'
import { saidOfUses } from '../uses.ts'

/** Changes a scan; before its first round opens also its years, its zone and its specialisms. Returns its id. */
export async function changeScan(
  registry: Registry,
  reference: string,
  request: ChangeScanRequest,
  seen: Precondition,
  by: By,
): Promise<string> {
  return perform(registry, by, async (trx, record) => {
    const before = await getScan(trx, reference)
    const held = (await heldSpecialisms(trx, before.id)).map(({ id }) => id).sort()
    const settings = {
      name: request.name,
      boardSeesDraft: request.boardSeesDraft,
      timeZone: request.timeZone ?? before.timeZone,
      startYear: request.startYear ?? before.startYear,
      horizonYears: request.horizonYears ?? before.horizonYears,
    }
    const specialisms = request.specialisms ? (await knownSpecialisms(trx, request.specialisms)).sort() : held
    const changes = changesBetween({ ...before, specialisms: held }, { ...settings, specialisms })
    if (Object.keys(changes).length === 0 && seen.kind !== 'none') return before.id
    ensureSeen(seen, before)
    ensureNotFixed(before, Object.keys(changes))
    await ensureNameIsFree(trx, settings.name, slugOf(settings.name, 'scan'), before.id)
    ensureTimeZone(settings.timeZone)
    await changeSpecialisms(trx, before, held, specialisms)
    if (settings.horizonYears !== before.horizonYears) await fitMethod(trx, before, settings, by.at)
    await updateScan(trx, before.id, settings)
    record({ action: 'scan.change', objectKind: 'scan', objectId: before.id, details: changes })
    return before.id
  })
}

async function changeSpecialisms(trx: Database, scan: ScanHead, before: readonly string[], after: readonly string[]) {
  const added = after.filter((id) => !before.includes(id))
  const removed = before.filter((id) => !after.includes(id))
  const names = new Map((await heldSpecialisms(trx, scan.id)).map(({ id, name }) => [id, name]))
  for (const id of removed) {
    const uses = saidOfUses(await usesOfSpecialism(trx, scan.id, id))
    if (uses) throw new Refusal('conflict', `${names.get(id)} cannot be taken out of ${scan.name}: ${uses}.`)
  }
  if (added.length > 0) await holdSpecialisms(trx, scan.id, added)
  await removeSpecialisms(trx, scan.id, removed)
}

/** Another horizon has other bands: they are drawn anew, as a new version of the method that nobody has approved yet. */
async function fitMethod(trx: Database, scan: ScanHead, to: { startYear: number; horizonYears: number }, at: string) {
  const present = await methodOf(trx, scan.id)
  const method = { ...present.method, bandEnds: bandEndsFor(to.horizonYears) }
  ensureItWorks(method, to.startYear, to.horizonYears)
  await insertMethod(trx, scan.id, present.version + 1, method, at)
}

/** What everything else was asked by stays as it was when the panel was first asked. */
function ensureNotFixed(scan: ScanHead, changed: readonly string[]): void {
  const fixed = changed.find((field) => field in fixedByRound)
  if (!fixed || !scan.frozenAt) return
  const what = fixedByRound[fixed as keyof typeof fixedByRound]
  throw new Refusal(
    'conflict',
    `Round 1 of ${scan.name} opened on ${scan.frozenAt.slice(0, 10)}, so ${what} can no longer change. Change ${fixed === 'specialisms' ? 'them' : 'it'} in the next scan.`,
  )
}

const fixedByRound = {
  specialisms: 'its specialisms',
  timeZone: 'its time zone',
  startYear: 'its first year',
  horizonYears: 'its horizon',
}
