import { accountsWithRole } from '../../db/accounts.ts'
import { addLeadSpecialisms, dropLeadSpecialisms } from '../../db/lead-specialisms.ts'
import { moveShares } from '../../db/moved-shares.ts'
import type { Database, Registry } from '../../db/open.ts'
import {
  findHeldSeat,
  type HeldSeat,
  moveSeatOn,
  removePanelRows,
  setDeputy,
  setLeft,
  specialismsAnswered,
} from '../../db/panel-members.ts'
import { addPanelRows } from '../../db/panels.ts'
import { heldSpecialisms, type ScanHead } from '../../db/scans.ts'
import { dropShares } from '../../db/shares.ts'
import { ensureLead } from '../accounts/lead-commands.ts'
import { type By, perform } from '../audit/perform.ts'
import type { ChangeSeatRequest, HandOverRequest } from '../contract/panel.ts'
import { ensureSeen, type Precondition } from '../precondition.ts'
import { invalid, Refusal, repeated } from '../refusal.ts'
import { withinLimit } from '../rounds/limit/reader.ts'
import { shareWithJoiners } from '../rounds/sharing/commands.ts'
import { getScan, specialismsOfScan } from '../scans/commands.ts'
import { seatAccount } from './commands.ts'

export interface SeatReference {
  scan: string
  panellist: string
}

/** Changes a seat's deputy and specialisms. Refuses to take away a specialism for which its holder has answered. */
export async function changeSeat(
  registry: Registry,
  at: SeatReference,
  request: ChangeSeatRequest,
  seen: Precondition,
  by: By,
): Promise<void> {
  await perform(registry, by, async (trx, record) => {
    const { scan, seat } = await getSeat(trx, at)
    const wanted = (await specialismsOfScan(trx, scan, request.specialisms)).map(({ id }) => id)
    const added = wanted.filter((id) => !seat.specialisms.includes(id))
    const removed = seat.specialisms.filter((id) => !wanted.includes(id))
    const isSame = added.length === 0 && removed.length === 0 && request.deputy === seat.deputy
    if (isSame && seen.kind !== 'none') return
    ensureSeen(seen, seat)
    ensureThere(seat)
    await ensureUnanswered(trx, seat, removed)
    if (request.deputy !== seat.deputy) await changeDeputy(trx, seat, request.deputy)
    await removePanelRows(trx, seat.id, removed)
    await dropShares(trx, seat.id, removed)
    if (added.length > 0) await withinLimit(trx, scan.id, () => seatMore(trx, scan, seat, added))
    await dropLeadSpecialisms(trx, seat.account, removed)
    await moveSeatOn(trx, seat.id)
    const details = { added, removed, deputy: { before: seat.deputy, after: request.deputy } }
    record({ action: 'panel.change', objectKind: 'panellist', objectId: seat.id, details })
  })
}

async function seatMore(trx: Database, scan: ScanHead, seat: HeldSeat, specialisms: readonly string[]): Promise<void> {
  await addPanelRows(trx, seat.id, specialisms)
  await shareWithJoiners(trx, scan.id, [{ panellist: seat.id, specialisms }])
  await addLeadSpecialisms(trx, seat.account, specialisms)
}

async function changeDeputy(trx: Database, seat: HeldSeat, deputy: string | null): Promise<void> {
  if (deputy === seat.account) throw invalid('/deputy', 'Nobody is their own deputy. Choose somebody else.')
  const leads = deputy === null ? [] : await accountsWithRole(trx, 'lead')
  if (deputy !== null && !leads.some(({ id }) => id === deputy))
    throw invalid('/deputy', `There is no account of a specialism lead ${repeated(deputy)}.`)
  await setDeputy(trx, seat.id, deputy)
}

async function ensureUnanswered(trx: Database, seat: HeldSeat, removed: readonly string[]): Promise<void> {
  const answered = removed.length > 0 ? await specialismsAnswered(trx, seat) : []
  const kept = removed.filter((id) => answered.includes(id))
  if (kept.length === 0) return
  const names = (await heldSpecialisms(trx, seat.scan)).filter(({ id }) => kept.includes(id)).map(({ name }) => name)
  throw new Refusal(
    'conflict',
    `They have answered for ${names.join(' and ')}, so it stays theirs: answers are kept with who gave them. If they leave, hand the seat over.`,
  )
}

export interface HandedOver {
  /** The successor's panellist id. */
  to: string
  /** How many shared-out items went over to them. */
  items: number
}

/**
 * Hands a seat over: its holder is asked no more, their answers stay and count. The successor, the deputy unless another is
 * named, gets its specialisms and, where rounds share out their items, those without an answer.
 */
export async function handOver(
  registry: Registry,
  at: SeatReference,
  request: HandOverRequest,
  by: By,
): Promise<HandedOver> {
  return perform(registry, by, async (trx, record) => {
    const { scan, seat } = await getSeat(trx, at)
    ensureThere(seat)
    const successor = request.to ?? seat.deputy
    if (successor === null) throw invalid('/to', 'This seat has no deputy. Say who takes it over.')
    const { account } = await ensureLead(trx, successor, record, by.at, '/to')
    if (account === seat.account) throw invalid('/to', 'Choose somebody else: nobody takes over from themselves.')
    await setLeft(trx, seat.id, by.at)
    await moveSeatOn(trx, seat.id)
    // The successor takes over what the other has, and no share beside it.
    const { panellist, items } = await withinLimit(trx, scan.id, async () => {
      const seated = await seatAccount(trx, scan, account, seat.specialisms, record, by.at)
      return { ...seated, items: await moveShares(trx, seat, seated.panellist, seat.specialisms) }
    })
    await dropLeadSpecialisms(trx, seat.account, seat.specialisms)
    const details = { to: panellist, specialisms: seat.specialisms, items }
    record({ action: 'panel.hand-over', objectKind: 'panellist', objectId: seat.id, details })
    return { to: panellist, items }
  })
}

function ensureThere(seat: HeldSeat): void {
  if (seat.leftAt !== null)
    throw new Refusal('conflict', 'They have left the panel already. Invite them again if they are back.')
}

async function getSeat(trx: Database, at: SeatReference): Promise<{ scan: ScanHead; seat: HeldSeat }> {
  const scan = await getScan(trx, at.scan)
  const seat = await findHeldSeat(trx, at.panellist)
  if (seat?.scan === scan.id) return { scan, seat }
  throw new Refusal('not-found', `There is no panel member ${repeated(at.panellist)} in ${scan.name}.`)
}
