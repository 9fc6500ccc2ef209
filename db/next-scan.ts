import { nameless } from '../api/accounts/nameless.ts'
import type { Database } from './open.ts'

/** A seat of a scan's panel, as the next scan looks at it. Specialisms by id; a deputy who is no lead is left out. */
export interface SeatBefore {
  account: string
  deputy: string | null
  hasLeft: boolean
  isLead: boolean
  specialisms: string[]
}

/** Every seat of a scan's panel, in the order in which people joined. */
export async function seatsBefore(db: Database, scan: string): Promise<SeatBefore[]> {
  const leads = await db.selectFrom('account_roles').select('account_id').where('role', '=', 'lead').execute()
  const isLead = new Set(leads.map((row) => row.account_id))
  const seats = await db
    .selectFrom('panellists')
    .select(['id', 'account_id', 'deputy_account_id', 'left_at'])
    .where('scan_id', '=', scan)
    .orderBy('joined_at')
    .orderBy('id')
    .execute()
  const rows = await db
    .selectFrom('panel_rows')
    .innerJoin('panellists', 'panellists.id', 'panel_rows.panellist_id')
    .select(['panel_rows.panellist_id', 'panel_rows.specialism_id'])
    .where('panellists.scan_id', '=', scan)
    .orderBy('panel_rows.specialism_id')
    .execute()
  return seats.map((seat) => ({
    account: seat.account_id,
    deputy: seat.deputy_account_id && isLead.has(seat.deputy_account_id) ? seat.deputy_account_id : null,
    hasLeft: seat.left_at !== null,
    isLead: isLead.has(seat.account_id),
    specialisms: rows.filter((row) => row.panellist_id === seat.id).map((row) => row.specialism_id),
  }))
}

/** What a scan has asked in its rounds, a pilot (number 0) aside: each technology with its specialisms (ids), in the order asked. */
export async function askedInRounds(
  db: Database,
  scan: string,
): Promise<{ technology: string; name: string; archived: boolean; specialisms: string[] }[]> {
  const pairs = await db
    .selectFrom('round_pairs')
    .innerJoin('rounds', 'rounds.id', 'round_pairs.round_id')
    .innerJoin('technologies', 'technologies.id', 'round_pairs.technology_id')
    .select(['round_pairs.technology_id', 'round_pairs.specialism_id', 'technologies.name', 'technologies.archived'])
    .where('rounds.scan_id', '=', scan)
    .where('rounds.number', '>', 0)
    .orderBy('round_pairs.n')
    .execute()
  const asked = new Map<string, { technology: string; name: string; archived: boolean; specialisms: Set<string> }>()
  for (const { technology_id: technology, specialism_id, name, archived } of pairs) {
    const one = asked.get(technology) ?? { technology, name, archived: archived === 1, specialisms: new Set<string>() }
    one.specialisms.add(specialism_id)
    asked.set(technology, one)
  }
  return [...asked.values()].map((one) => ({ ...one, specialisms: [...one.specialisms] }))
}

/** Those of these specialisms (ids) that the taxonomy no longer holds as current. */
export async function noLongerCurrent(db: Database, specialisms: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('specialisms')
    .select('id')
    .where('id', 'in', specialisms)
    .where('current', '=', 0)
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** Names by account, of each that is asked for: for the scan team only. */
export async function namesOfAccounts(db: Database, accounts: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('people')
    .select(['account_id', 'name'])
    .where('account_id', 'in', accounts)
    .execute()
  const names = new Map(rows.map((row) => [row.account_id, row.name]))
  return new Map(accounts.map((account) => [account, names.get(account) ?? nameless]))
}
