import { accountsWithRole } from '../../db/accounts.ts'
import { newId } from '../../db/ids.ts'
import type { Registry } from '../../db/open.ts'
import { addPanelRows, findPanellist, insertPanellist } from '../../db/panels.ts'
import { type By, perform } from '../audit/perform.ts'
import type { InvitePanellistRequest } from '../contract/panel.ts'
import { invalid, repeated } from '../refusal.ts'
import { getScan, specialismsOfScan } from '../scans/commands.ts'

/** Puts an account with the role lead on a scan's panel for some specialisms. Returns the panellist's id. */
export async function invitePanellist(
  registry: Registry,
  reference: string,
  request: InvitePanellistRequest,
  by: By,
): Promise<string> {
  return perform(registry, by, async (trx, record) => {
    const scan = await getScan(trx, reference)
    const leads = await accountsWithRole(trx, 'lead')
    if (!leads.some((lead) => lead.id === request.account))
      throw invalid('/account', `There is no account of a specialism lead ${repeated(request.account)}.`)
    const specialisms = await specialismsOfScan(trx, scan, request.specialisms)
    const known = await findPanellist(trx, scan.id, request.account)
    const panellist = known ?? newId()
    if (!known) await insertPanellist(trx, panellist, scan.id, request.account, by.at)
    const ids = specialisms.map((specialism) => specialism.id)
    await addPanelRows(trx, panellist, ids)
    record({ action: 'panel.invite', objectKind: 'panellist', objectId: panellist, details: { specialisms: ids } })
    return panellist
  })
}
