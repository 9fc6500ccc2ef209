import type { Database } from './open.ts'

/** Accounts of everybody who is or was on a scan's panel, by panellist id and by pseudonym. */
export async function accountsOfMembers(db: Database, scan: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('panellists')
    .leftJoin('pseudonyms', 'pseudonyms.panellist_id', 'panellists.id')
    .select(['panellists.id', 'panellists.account_id', 'pseudonyms.pseudonym'])
    .where('panellists.scan_id', '=', scan)
    .execute()
  return new Map(
    rows.flatMap(({ id, account_id, pseudonym }) =>
      [id, ...(pseudonym === null ? [] : [pseudonym])].map((name): [string, string] => [name, account_id]),
    ),
  )
}
