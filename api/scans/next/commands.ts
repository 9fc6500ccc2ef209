import { newId } from '../../../db/ids.ts'
import { methodOf } from '../../../db/methods.ts'
import { askedInRounds, noLongerCurrent, type SeatBefore, seatsBefore } from '../../../db/next-scan.ts'
import type { Database } from '../../../db/open.ts'
import { setDeputy } from '../../../db/panel-members.ts'
import { addPanelRows, insertPanellist } from '../../../db/panels.ts'
import { addPairs, insertRound } from '../../../db/rounds.ts'
import { withoutDatedSource } from '../../../db/scan-entry.ts'
import { enterIntoScan, heldSpecialisms, type ScanHead } from '../../../db/scans.ts'
import type { AuditNote } from '../../audit/trail.ts'
import type { NotTakenOver } from '../../contract/scans.ts'
import { bandEndsFor, defaultMethod, type Method } from '../method.ts'

/** As the contract says it, with accounts in the place of people's names. */
export type LeftBehind = Omit<NotTakenOver, 'people'> & {
  people: { account: string; why: NotTakenOver['people'][number]['why'] }[]
}

/** The method a scan over so many years begins with: the last one's, if there is one, its bands drawn anew where they do not fit. */
export async function methodToBegin(trx: Database, last: ScanHead | undefined, years: number): Promise<Method> {
  if (!last) return { ...defaultMethod, bandEnds: bandEndsFor(years) }
  const { method } = await methodOf(trx, last.id)
  return method.bandEnds[2] === years ? method : { ...method, bandEnds: bandEndsFor(years) }
}

/** The last scan's specialisms: those still current to be held (ids), the others by name. */
export async function specialismsToBegin(trx: Database, last: ScanHead) {
  const held = await heldSpecialisms(trx, last.id)
  const old = await noLongerCurrent(
    trx,
    held.map(({ id }) => id),
  )
  return {
    kept: held.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    left: held.filter(({ id }) => old.has(id)).map(({ name }) => name),
  }
}

type Begun = { id: string; specialisms: readonly string[]; at: string; record: (note: AuditNote) => void }

/** Gives a new scan the last one's panel: seats and deputies, not what people have read, agreed to or declared. */
export async function takeOverPanel(trx: Database, last: ScanHead, scan: Begun): Promise<LeftBehind['people']> {
  const left: LeftBehind['people'] = []
  for (const seat of await seatsBefore(trx, last.id)) {
    const specialisms = seat.specialisms.filter((id) => scan.specialisms.includes(id))
    const why = reasonToLeave(seat, specialisms)
    if (why) {
      left.push({ account: seat.account, why })
      continue
    }
    const panellist = newId()
    await insertPanellist(trx, panellist, scan.id, seat.account, scan.at)
    await addPanelRows(trx, panellist, specialisms)
    if (seat.deputy) await setDeputy(trx, panellist, seat.deputy)
    const details = { specialisms, from: last.id }
    scan.record({ action: 'panel.invite', objectKind: 'panellist', objectId: panellist, details })
  }
  return left
}

/** Prepares a new scan's first round with what the last one asked in all its rounds. */
export async function takeOverRound(trx: Database, last: ScanHead, scan: Begun): Promise<LeftBehind['technologies']> {
  const left: LeftBehind['technologies'] = []
  const round = { id: newId(), scan: scan.id, number: 1, asksYears: false, closesOn: null }
  await insertRound(trx, round)
  let pairs = 0
  const asked = await askedInRounds(trx, last.id)
  const ids = asked.map(({ technology }) => technology)
  const unsourced = await withoutDatedSource(trx, scan.id, ids)
  for (const { technology, name, archived, specialisms: before } of asked) {
    const specialisms = before.filter((id) => scan.specialisms.includes(id))
    const why = reasonToLeaveOut(archived, specialisms, unsourced.has(technology))
    if (why) {
      left.push({ name, why })
      continue
    }
    await enterIntoScan(trx, scan.id, [technology], scan.at)
    pairs += await addPairs(trx, round.id, technology, specialisms)
  }
  const details = { after: round, from: last.id, pairs }
  scan.record({ action: 'round.prepare', objectKind: 'round', objectId: round.id, details })
  return left
}

function reasonToLeaveOut(archived: boolean, specialisms: readonly string[], unsourced: boolean) {
  if (archived) return 'archived'
  if (specialisms.length === 0) return 'no-specialism'
  return unsourced ? 'no-dated-source' : undefined
}

function reasonToLeave(seat: SeatBefore, specialisms: readonly string[]) {
  if (seat.hasLeft) return 'left'
  if (!seat.isLead) return 'not-a-lead'
  return specialisms.length === 0 ? 'no-specialism' : undefined
}
