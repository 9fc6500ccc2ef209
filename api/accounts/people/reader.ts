import { findAccountRecord, lastSignIns, listedAccounts } from '../../../db/account-records.ts'
import type { Database } from '../../../db/open.ts'
import type { AccountList, AccountRecord } from '../../contract/accounts.ts'
import { Refusal, repeated } from '../../refusal.ts'
import { nameless } from '../nameless.ts'
import { type AccountFilter, accountCounts, chosenAccounts } from './choose.ts'

/** A page of accounts from row `from` on, as they stand at an instant, without the cursor to the next. */
export async function readAccounts(
  db: Database,
  filter: AccountFilter,
  { from, limit, at }: { from: number; limit: number; at: string },
): Promise<Omit<AccountList, 'nextCursor'>> {
  const all = await listedAccounts(db, at)
  const chosen = chosenAccounts(all, filter)
  const shown = chosen.slice(from, from + limit)
  const signIns = await lastSignIns(
    db,
    shown.map(({ id }) => id),
  )
  const items = shown.map((one) => ({ ...one, name: one.name || nameless, lastSignIn: signIns.get(one.id) ?? null }))
  return { items, total: chosen.length, counts: accountCounts(all) }
}

/** One person's account; 404 where there is none. */
export async function getAccountRecord(db: Database, account: string, at: string): Promise<AccountRecord> {
  const record = await findAccountRecord(db, account, at)
  if (!record) throw new Refusal('not-found', `There is no account ${repeated(account)}.`)
  return { ...record, name: record.name || nameless }
}
