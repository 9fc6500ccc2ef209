import { newId } from '../../db/ids.ts'
import { addLeadSpecialisms } from '../../db/lead-specialisms.ts'
import type { Database, Registry } from '../../db/open.ts'
import { findHeldSeat, moveSeatOn, setLeft } from '../../db/panel-members.ts'
import { addPanelRows, findPanellist, insertPanellist } from '../../db/panels.ts'
import type { ScanHead } from '../../db/scans.ts'
import { ensureLead } from '../accounts/lead-commands.ts'
import { type By, perform } from '../audit/perform.ts'
import type { AuditNote } from '../audit/trail.ts'
import type { InviteManyRequest, InvitePanellistRequest } from '../contract/panel.ts'
import { pauses } from '../in-turns.ts'
import { Refusal } from '../refusal.ts'
import { withinLimit } from '../rounds/limit/reader.ts'
import { type Joiner, shareWithJoiners } from '../rounds/sharing/commands.ts'
import { getScan, specialismsIn, specialismsOfScan } from '../scans/commands.ts'

type RecordNote = (note: AuditNote) => void

/**
 * Puts a specialism lead on a scan's panel for some specialisms, for which they may write its reviews too; somebody who had left
 * is back with the specialisms they had. Returns the panellist's id.
 */
export async function invitePanellist(
  registry: Registry,
  reference: string,
  request: InvitePanellistRequest,
  by: By,
): Promise<string> {
  return perform(registry, by, async (trx, record) => {
    const scan = await getScan(trx, reference)
    const { account } = await ensureLead(trx, request.account, record, by.at)
    const specialisms = await specialismsOfScan(trx, scan, request.specialisms)
    const ids = specialisms.map((specialism) => specialism.id)
    return withinLimit(trx, scan.id, async () => {
      const seated = await seatAccount(trx, scan, account, ids, record, by.at)
      await shareWithJoiners(trx, scan.id, [{ panellist: seated.panellist, specialisms: seated.added }])
      return seated.panellist
    })
  })
}

export interface Invited {
  invited: number
  newAccounts: number
  onPanelBefore: number
}

/** Puts many people on the panel, all of them or none; somebody who stands there twice gets the specialisms of both rows. */
export async function inviteMany(
  registry: Registry,
  reference: string,
  { rows }: InviteManyRequest,
  by: By,
): Promise<Invited> {
  return perform(registry, by, async (trx, record) => {
    const scan = await getScan(trx, reference)
    const idsOf = await specialismsIn(trx, scan)
    const invited = new Set<string>()
    const before = new Set<string>()
    let newAccounts = 0
    await withinLimit(trx, scan.id, async () => {
      const joiners: Joiner[] = []
      const pause = pauses()
      for (const [i, { specialisms, ...person }] of rows.entries()) {
        const lead = await ensureLead(trx, person, record, by.at, `/rows/${i}`)
        const { panellist, isNew, added } = await seatAccount(
          trx,
          scan,
          lead.account,
          idsInRow(idsOf, specialisms, i),
          record,
          by.at,
        )
        if (!isNew && !invited.has(panellist)) before.add(panellist)
        invited.add(panellist)
        joiners.push({ panellist, specialisms: added })
        if (lead.isNew) newAccounts++
        await pause()
      }
      await shareWithJoiners(trx, scan.id, joiners)
    })
    return { invited: invited.size, newAccounts, onPanelBefore: before.size }
  })
}

type IdsOf = (references: readonly string[]) => string[]

function idsInRow(idsOf: IdsOf, specialisms: readonly string[], row: number): string[] {
  try {
    return idsOf(specialisms)
  } catch (error) {
    if (!(error instanceof Refusal) || !error.errors) throw error
    const errors = error.errors.map((one) => ({ ...one, pointer: `/rows/${row}${one.pointer}` }))
    throw new Refusal(error.code, error.message, { errors })
  }
}

/**
 * Gives an account a seat for these specialisms (ids) of a scan, or adds them to the one it has or had. Nobody has a share in
 * what a round asks by that: `added` says of which specialisms they may take one.
 */
export async function seatAccount(
  trx: Database,
  scan: ScanHead,
  account: string,
  specialisms: readonly string[],
  record: RecordNote,
  at: string,
): Promise<{ panellist: string; isNew: boolean; added: string[] }> {
  const known = await findPanellist(trx, scan.id, account)
  const panellist = known ?? newId()
  if (!known) await insertPanellist(trx, panellist, scan.id, account, at)
  const seat = (await findHeldSeat(trx, panellist))!
  if (seat.leftAt !== null) await setLeft(trx, panellist, null)
  const isBack = seat.leftAt !== null
  const added = specialisms.filter((id) => isBack || !seat.specialisms.includes(id))
  await addPanelRows(trx, panellist, specialisms)
  if (known) await moveSeatOn(trx, panellist)
  await addLeadSpecialisms(trx, account, [...new Set([...seat.specialisms, ...specialisms])])
  const details = { specialisms, ...(seat.leftAt !== null && { back: true }) }
  record({ action: 'panel.invite', objectKind: 'panellist', objectId: panellist, details })
  return { panellist, isNew: !known, added }
}
