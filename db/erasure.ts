import { eraseAddressesOf } from './audit-addresses.ts'
import type { Database } from './open.ts'

/**
 * Takes a person out of everything that names them or lets them in. What stays is under an account that is nobody's: answers and
 * seats, reviews, notes, the trail. `name` and `email` are theirs, to be sought in what is kept for a day.
 */
export async function erasePerson(trx: Database, person: { account: string; name: string; email: string }, at: string) {
  const { account, email } = person
  for (const table of [
    'people',
    'account_roles',
    'lead_specialisms',
    'sessions',
    'one_use_links',
    'second_factors',
    'recovery_codes',
    'identities',
  ] as const)
    await trx.deleteFrom(table).where('account_id', '=', account).execute()
  await forgetKeptResults(trx, person)
  // The trail keeps salted digests of addresses: without the salt they lead nowhere.
  await eraseAddressesOf(trx, account)
  await leavePanels(trx, account, at)
  await forgetMessages(trx, account)
  await eraseSenders(trx, email)
  await trx
    .updateTable('accounts')
    .set((eb) => ({ password_hash: null, switched_off: 1, erased_at: at, version: eb('version', '+', 1) }))
    .where('id', '=', account)
    .execute()
  // The database lets go of a statement only once its account is erased.
  await trx
    .updateTable('declarations')
    .set({ statement: '' })
    .where('statement', '<>', '')
    .where('panellist_id', 'in', seatsOf(trx, account))
    .execute()
}

/** What was answered to somebody else may tell of this person: kept for a day, in case it is asked for again. */
async function forgetKeptResults(
  trx: Database,
  { account, name, email }: { account: string; name: string; email: string },
) {
  const rows = await trx.selectFrom('idempotency_keys').select(['account_id', 'key', 'result']).execute()
  const told = rows.filter(
    ({ account_id, result }) =>
      account_id === account || result.includes(email) || result.includes(JSON.stringify(name).slice(1, -1)),
  )
  for (const { account_id, key } of told)
    await trx.deleteFrom('idempotency_keys').where('account_id', '=', account_id).where('key', '=', key).execute()
}

/** They are asked no more and deputise for nobody; answers under their pseudonyms lead nowhere. */
async function leavePanels(trx: Database, account: string, at: string): Promise<void> {
  await trx.deleteFrom('pseudonyms').where('panellist_id', 'in', seatsOf(trx, account)).execute()
  await trx
    .updateTable('panellists')
    .set((eb) => ({
      left_at: eb.fn.coalesce('left_at', eb.val(at)),
      deputy_account_id: null,
      named_consent: null,
      version: eb('version', '+', 1),
      seat_version: eb('seat_version', '+', 1),
    }))
    .where('account_id', '=', account)
    .execute()
  await trx
    .updateTable('panellists')
    .set((eb) => ({ deputy_account_id: null, version: eb('version', '+', 1) }))
    .where('deputy_account_id', '=', account)
    .execute()
}

async function forgetMessages(trx: Database, account: string): Promise<void> {
  await trx.deleteFrom('messages').where('account_id', '=', account).where('state', '<>', 'sent').execute()
  await trx.updateTable('messages').set({ failure: '' }).where('account_id', '=', account).execute()
}

function seatsOf(trx: Database, account: string) {
  return trx.selectFrom('panellists').select('id').where('account_id', '=', account)
}

/** What is kept of people who nominated without an account and gave this address (in lower case), the newest first. */
export async function sendersWith(db: Database, address: string) {
  const rows = await db
    .selectFrom('signal_senders')
    .innerJoin('signals', 'signals.id', 'signal_senders.signal_id')
    .select(['signals.id as signal', 'signals.title', 'signals.text', 'signals.service', 'signals.interest'])
    .select(['signal_senders.name', 'signal_senders.address', 'signals.received_at as receivedAt'])
    .orderBy('signals.id', 'desc')
    .execute()
  // However they wrote it: the database knows small letters of ASCII alone.
  return rows.filter((row) => row.address.trim().toLowerCase() === address)
}

/** Takes out who they are, and what they said of their service and interests; the nominations stay. Returns the signals' ids. */
export async function eraseSenders(trx: Database, address: string): Promise<string[]> {
  const signals = (await sendersWith(trx, address)).map(({ signal }) => signal)
  await forgetSenders(trx, signals)
  return signals
}

/** The same of everybody whose nomination came before an instant; returns how many. */
export async function eraseSendersBefore(trx: Database, before: string): Promise<number> {
  const rows = await trx
    .selectFrom('signal_senders')
    .innerJoin('signals', 'signals.id', 'signal_senders.signal_id')
    .select('signals.id')
    .where('signals.received_at', '<', before)
    .execute()
  await forgetSenders(
    trx,
    rows.map(({ id }) => id),
  )
  return rows.length
}

async function forgetSenders(trx: Database, signals: readonly string[]): Promise<void> {
  for (let i = 0; i < signals.length; i += 500) {
    const some = signals.slice(i, i + 500)
    await trx.deleteFrom('signal_senders').where('signal_id', 'in', some).execute()
    await trx.updateTable('signals').set({ service: '', interest: '' }).where('id', 'in', some).execute()
  }
}
