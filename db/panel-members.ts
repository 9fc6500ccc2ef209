import { panelName } from '../api/accounts/nameless.ts'
import type { Database } from './open.ts'

/** A place on a scan's panel, also of somebody who has left it. */
export interface HeldSeat {
  id: string
  scan: string
  account: string
  deputy: string | null
  leftAt: string | null
  /** Ids. */
  specialisms: string[]
  version: number
}

/** As the scan team sees it: with names, and what the panel member has said about taking part; nothing of any answer. */
export interface Member extends HeldSeat {
  name: string
  /** Empty where the registry knows nobody behind the seat. */
  email: string
  deputyName: string | null
  noticeReadAt: string | null
  namedConsent: boolean | null
  declared: 'none' | 'some' | null
}

export async function findHeldSeat(db: Database, panellist: string): Promise<HeldSeat | undefined> {
  const row = await db.selectFrom('panellists').selectAll().where('id', '=', panellist).executeTakeFirst()
  if (!row) return undefined
  const rows = await db
    .selectFrom('panel_rows')
    .select('specialism_id')
    .where('panellist_id', '=', panellist)
    .orderBy('specialism_id')
    .execute()
  return {
    id: row.id,
    scan: row.scan_id,
    account: row.account_id,
    deputy: row.deputy_account_id,
    leftAt: row.left_at,
    specialisms: rows.map((one) => one.specialism_id),
    version: row.version,
  }
}

/** Everybody who is, or was, on a scan's panel; of one account only, where it is given. */
export async function membersOf(db: Database, scan: string, account?: string): Promise<Member[]> {
  const rows = await db
    .selectFrom('panellists')
    .innerJoin('accounts', 'accounts.id', 'panellists.account_id')
    .leftJoin('people', 'people.account_id', 'panellists.account_id')
    .leftJoin('people as deputies', 'deputies.account_id', 'panellists.deputy_account_id')
    .selectAll('panellists')
    .select(['accounts.erased_at', 'people.name', 'people.email', 'deputies.name as deputy_name'])
    .where('panellists.scan_id', '=', scan)
    .$if(account !== undefined, (query) => query.where('panellists.account_id', '=', account!))
    .orderBy('people.name')
    .orderBy('panellists.id')
    .execute()
  const specialisms = await rowsOf(db, scan, account)
  const declared = await declaredIn(db, scan, account)
  return rows.map((row) => ({
    id: row.id,
    scan: row.scan_id,
    account: row.account_id,
    deputy: row.deputy_account_id,
    leftAt: row.left_at,
    specialisms: specialisms.get(row.id) ?? [],
    version: row.version,
    name: panelName(row.name, row.erased_at),
    email: row.email ?? '',
    deputyName: row.deputy_name,
    noticeReadAt: row.notice_read_at,
    namedConsent: row.named_consent === null ? null : row.named_consent === 1,
    declared: declared.get(row.id) ?? null,
  }))
}

async function rowsOf(db: Database, scan: string, account?: string): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('panel_rows')
    .innerJoin('panellists', 'panellists.id', 'panel_rows.panellist_id')
    .selectAll('panel_rows')
    .where('panellists.scan_id', '=', scan)
    .$if(account !== undefined, (query) => query.where('panellists.account_id', '=', account!))
    .orderBy('panel_rows.specialism_id')
    .execute()
  const found = new Map<string, string[]>()
  for (const row of rows) found.set(row.panellist_id, [...(found.get(row.panellist_id) ?? []), row.specialism_id])
  return found
}

/** By panellist: the kind of their newest declaration of interests. */
async function declaredIn(db: Database, scan: string, account?: string): Promise<Map<string, 'none' | 'some'>> {
  const rows = await db
    .selectFrom('declarations')
    .innerJoin('panellists', 'panellists.id', 'declarations.panellist_id')
    .select(['declarations.panellist_id', 'declarations.kind'])
    .where('panellists.scan_id', '=', scan)
    .$if(account !== undefined, (query) => query.where('panellists.account_id', '=', account!))
    .orderBy('declarations.version')
    .execute()
  return new Map(rows.map((row) => [row.panellist_id, row.kind]))
}

export async function setDeputy(trx: Database, panellist: string, deputy: string | null): Promise<void> {
  await trx.updateTable('panellists').set({ deputy_account_id: deputy }).where('id', '=', panellist).execute()
}

/** `at` is when somebody left, or null for somebody who is back. */
export async function setLeft(trx: Database, panellist: string, at: string | null): Promise<void> {
  await trx.updateTable('panellists').set({ left_at: at }).where('id', '=', panellist).execute()
}

export async function removePanelRows(trx: Database, panellist: string, specialisms: readonly string[]): Promise<void> {
  if (specialisms.length === 0) return
  await trx
    .deleteFrom('panel_rows')
    .where('panellist_id', '=', panellist)
    .where('specialism_id', 'in', specialisms)
    .execute()
}

/** After any change of a seat, so that another one that was prepared on the state before is refused. */
export async function moveSeatOn(trx: Database, panellist: string): Promise<void> {
  await trx
    .updateTable('panellists')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', panellist)
    .execute()
}

/** The specialisms (ids) for which somebody has given an answer in this scan, withdrawn ones included. */
export async function specialismsAnswered(db: Database, seat: { id: string; scan: string }): Promise<string[]> {
  const rows = await db
    .selectFrom('ratings')
    .select('specialism_id')
    .distinct()
    // Named by its rounds, so that the unique key finds them.
    .where('round_id', 'in', (eb) => eb.selectFrom('rounds').select('id').where('scan_id', '=', seat.scan))
    .where('panellist_id', '=', seat.id)
    .execute()
  return rows.map((row) => row.specialism_id)
}
